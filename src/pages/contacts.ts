import { phoneUrl, type Contact, type Library } from '../guide';
import { html, type Html } from '../guide/html';
import type { Messages } from '../messages/catalogues';
import * as russian from '../messages/ru/page';

/** The contacts of a page, each with what it serves and what can be tapped. */
export function renderContacts(
  contacts: readonly Contact[],
  heading = russian.whomToCall,
  scope = '',
): Html {
  const id = scope === '' ? 'page-contacts' : `page-contacts-${scope}`;
  return html`<section class="contacts" id="${id}" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${heading}</h2>
    <ul>
      ${contacts.map(
        (contact) =>
          html`<li${contact.isOriginal && html` lang="ru"`}>
            <h3>${contact.name}</h3>
            <p class="serves">${contact.serves}</p>
            <p class="reach">
              ${contact.phone !== undefined && html`<a class="call" href="${phoneUrl(contact.phone)}">${contact.phone}</a>${contact.phoneNote !== undefined && html` <span class="quiet">${contact.phoneNote}</span>`}`}
              ${contact.site !== undefined && html`<a href="${contact.site}">${hostOf(contact.site)}</a>`}
              ${contact.email !== undefined && html`<a href="mailto:${contact.email}">${contact.email}</a>`}
            </p>
            ${
              contact.steps.length > 0 &&
              html`<ol>
                ${contact.steps.map((step) => html`<li>${step}</li>`)}
              </ol>`
            }
          </li> `,
      )}
    </ul>
  </section> `;
}

/** Contacts that serve every region. */
export function sharedContacts({ regions }: Library): Contact[] {
  const [first, ...others] = regions;
  return (first?.contacts ?? []).filter(({ id }) =>
    others.every(({ contacts }) => contacts.some((contact) => contact.id === id)),
  );
}

/** `https://sd.72to.ru/` as people type it: `sd.72to.ru`. */
export function hostOf(url: string): string {
  return url.replace(/^https:\/\//, '').replace(/\/$/, '');
}

/** The bar within the thumb's reach: the first phone, and the way to all contacts of the page. */
export function renderDock(
  contacts: readonly Contact[],
  words: Pick<Messages, 'reach' | 'contacts'> = russian,
): Html {
  const phone = contacts.find((contact) => contact.phone !== undefined)?.phone;
  return html`<nav class="dock" aria-label="${words.reach}">
    ${phone !== undefined && html`<a href="${phoneUrl(phone)}">☎ ${phone}</a>`}<a href="#page-contacts"
      >${words.contacts}</a
    >
  </nav> `;
}
