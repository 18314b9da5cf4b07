import {
  plainText,
  phoneUrl,
  REQUEST_FIELDS,
  serializeCondition,
  type Contact,
  type Guide,
  type Region,
  type RequestField,
  type SupportRequest,
} from '../../guide';
import { html, type Html } from '../../guide/html';
import { FIELD_NAMES } from '../../components/request-text';
import * as words from '../../messages/ru/request';
import { hostOf } from '../contacts';
import { rootOf, type PageContent } from '../document';

/** What stands under a field's name, and what a browser may fill it with. */
const FIELDS: Readonly<Record<RequestField, { hint: string; autocomplete: string }>> = {
  description: {
    hint: words.hintDescription,
    autocomplete: 'off',
  },
  name: { hint: words.hintName, autocomplete: 'name' },
  school: { hint: '', autocomplete: 'organization' },
  municipality: {
    hint: words.hintMunicipality,
    autocomplete: 'address-level2',
  },
  class: { hint: words.hintClass, autocomplete: 'off' },
  contacts: { hint: words.hintContacts, autocomplete: 'tel' },
};

/** Address of a region's request page from the site's root. */
export function requestPath(region: Region): string {
  return `help/${region.id}/request/`;
}

/** `/help/<region>/request/`: a request to support, put together on the device. */
export function renderRequestPage(
  region: Region,
  request: SupportRequest,
  help: Guide | undefined,
): PageContent {
  const path = requestPath(region);
  const root = rootOf(path);
  const isAllDemanded = request.demanded.length === REQUEST_FIELDS.length;
  return {
    path,
    title: words.pageTitle(region.title),
    description: words.pageDescription(region.where),
    kind: 'request-page',
    help: `help/${region.id}/`,
    body: html`<p class="crumbs">
        <a href="${root}${region.id}/">${region.title}</a> → <a href="../">${words.cannotSignIn}</a>
      </p>
      <h1>${words.letterTitle}</h1>
      <p class="meta">
        ${isAllDemanded ? words.allFieldsDemanded : words.onlyDescriptionDemanded}
        ${words.whatPageDoes}
      </p>
      <support-request region="${region.id}" demanded="${request.demanded.join(' ')}">
        <noscript
          ><p class="note warning">${words.withoutScript}</p></noscript
        >
        <form class="request" novalidate>
          <fieldset>
            <legend>${words.whoWrites}</legend>
            ${renderWriter('family', words.writerFamily, true)}${renderWriter('staff', words.writerStaff, false)}
          </fieldset>
          ${help && renderTopics(help)}${REQUEST_FIELDS.map((field) => renderField(field, request))}<button type="submit" hidden>${words.checkAndMake}</button>
        </form>
        <div slot="where">${renderWhere(request)}</div>
      </support-request>`,
  };
}

function renderWriter(writer: string, label: string, isChecked: boolean): Html {
  return html`<label class="choice"
    ><input
      type="radio"
      name="writer"
      value="${writer}"
      autocomplete="off"
      ${isChecked && html` checked`}
    />
    ${label}</label
  >`;
}

function renderTopics(help: Guide): Html {
  return html`<p class="field">
    <label for="topic">${words.whatHappenedQuestion}</label
    ><select id="topic" name="topic" autocomplete="off">
      <option value="">${words.otherTopic}</option>
      ${help.sections.map(
        (section) =>
          html`<option value="${section.id}" ${section.when && html` data-when="${serializeCondition(section.when)}"`}>${plainText(section.title)}</option> `,
      )}
    </select>
  </p> `;
}

function renderField(field: RequestField, { demanded }: SupportRequest): Html {
  const { hint, autocomplete } = FIELDS[field];
  const hintId = `${field}-hint`;
  const isDemanded = demanded.includes(field);
  const attributes = html`id="${field}" name="${field}" autocomplete="${autocomplete}"${isDemanded && html` required`}${hint !== '' && html` aria-describedby="${hintId}"`}`;
  return html`<div class="field">
    <label for="${field}"
      >${FIELD_NAMES[field]}${!isDemanded && html` <span class="quiet">${words.ifYouWish}</span>`}</label
    >
    ${hint !== '' && html`<p class="quiet" id="${hintId}">${hint}</p>`}${
      field === 'description'
        ? html`<textarea ${attributes} rows="5" maxlength="4000"></textarea>`
        : html`<input ${attributes} maxlength="200" />`
    }
    <p class="field-problem" id="${field}-problem" hidden></p>
  </div> `;
}

/** Where to take the letter: the ways differ for families and for the school's people. */
function renderWhere({ contacts, entrances }: SupportRequest): Html {
  const [first, ...others] = contacts;
  return html`<section aria-labelledby="where">
    <h2 id="where">${words.whereToSend}</h2>
    ${first && renderContact(first, entrances)}${others.map((contact) => renderContact(contact))}
  </section> `;
}

function renderContact(contact: Contact, entrances?: SupportRequest['entrances']): Html {
  return html`<div class="way">
    <h3>${contact.name}</h3>
    <p class="serves">${contact.serves}</p>
    ${entrances && html`${renderEntrance('family', words.forFamily, entrances.family, contact.site)}${renderEntrance('staff', words.forStaff, entrances.staff, contact.site)}`}
    <p class="reach">
      ${!entrances && contact.site !== undefined && html`<a href="${contact.site}">${hostOf(contact.site)}</a>`}
      ${contact.email !== undefined && html`<a href="mailto:${contact.email}">${contact.email}</a>`}
      ${contact.phone !== undefined && html`<a class="call" href="${phoneUrl(contact.phone)}">${contact.phone}</a>${contact.phoneNote !== undefined && html` <span class="quiet">${contact.phoneNote}</span>`}`}
    </p>
  </div> `;
}

function renderEntrance(
  writer: string,
  title: string,
  steps: readonly string[],
  site: string | undefined,
): Html {
  return html`<div data-writer="${writer}">
    <h4>${title}</h4>
    <ol>
      ${site !== undefined && html`<li>${words.openSite} <a href="${site}">${hostOf(site)}</a>.</li> `}${steps.map((step) => html`<li>${step}</li> `)}
      <li>${words.pasteAndSend}</li>
    </ol>
  </div> `;
}
