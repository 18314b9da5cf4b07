/** What only the class page has. */
document.documentElement.dataset['tool'] = 'loaded';
