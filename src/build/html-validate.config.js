/** @type {import('html-validate').ConfigData} */
export default {
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:document'],
  rules: {
    // All scripts are the site's own: the service worker checks their integrity.
    'require-sri': ['error', { target: 'crossorigin' }],
    // On a checkbox it has one use: Firefox otherwise puts old ticks back after a reload.
    'valid-autocomplete': 'off',
  },
};
