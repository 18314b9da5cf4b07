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
import { hostOf } from '../contacts';
import { rootOf, type PageContent } from '../document';

/** What stands under a field's name, and what a browser may fill it with. */
const FIELDS: Readonly<Record<RequestField, { hint: string; autocomplete: string }>> = {
  description: {
    hint: 'Что вы нажали и что ответила система. Пароль и СНИЛС не пишите.',
    autocomplete: 'off',
  },
  name: { hint: 'Ваши фамилия, имя, отчество.', autocomplete: 'name' },
  school: { hint: '', autocomplete: 'organization' },
  municipality: {
    hint: 'Город, район или округ, где находится школа.',
    autocomplete: 'address-level2',
  },
  class: { hint: 'Например: 4А.', autocomplete: 'off' },
  contacts: { hint: 'Телефон или почта, чтобы вам ответили.', autocomplete: 'tel' },
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
    title: `Запрос в поддержку · ${region.title} · Памятка`,
    description: `Запрос в поддержку ${region.where}: что указать, проверка и готовый текст. Работает без интернета.`,
    kind: 'request-page',
    help: `help/${region.id}/`,
    body: html`<p class="crumbs">
        <a href="${root}${region.id}/">${region.title}</a> → <a href="../">Не получается войти</a>
      </p>
      <h1>Запрос в поддержку</h1>
      <p class="meta">
        ${
          isAllDemanded
            ? 'Поддержка просит заполнить все поля.'
            : 'Обязательно только описание. Остальное поможет разобраться быстрее.'
        }
        Памятка проверит поля и соберёт текст. Сама она ничего не отправляет: отправите вы.
      </p>
      <support-request region="${region.id}" demanded="${request.demanded.join(' ')}">
        <noscript
          ><p class="note warning">
            Без JavaScript Памятка не проверит и не соберёт текст. Напечатайте страницу и заполните
            от руки или перепишите из неё, что надо указать.
          </p></noscript
        >
        <form class="request" novalidate>
          <fieldset>
            <legend>Кто пишет?</legend>
            ${renderWriter('family', 'Родитель или ученик', true)}${renderWriter('staff', 'Сотрудник школы', false)}
          </fieldset>
          ${help && renderTopics(help)}${REQUEST_FIELDS.map((field) => renderField(field, request))}<button type="submit" hidden>Проверить и собрать текст</button>
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
    <label for="topic">Что случилось?</label
    ><select id="topic" name="topic" autocomplete="off">
      <option value="">Другое</option>
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
      >${FIELD_NAMES[field]}${!isDemanded && html` <span class="quiet">— если хотите</span>`}</label
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
    <h2 id="where">Куда отправить</h2>
    ${first && renderContact(first, entrances)}${others.map((contact) => renderContact(contact))}
  </section> `;
}

function renderContact(contact: Contact, entrances?: SupportRequest['entrances']): Html {
  return html`<div class="way">
    <h3>${contact.name}</h3>
    <p class="serves">${contact.serves}</p>
    ${entrances && html`${renderEntrance('family', 'Родителям и ученикам', entrances.family, contact.site)}${renderEntrance('staff', 'Сотрудникам школ', entrances.staff, contact.site)}`}
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
      ${site !== undefined && html`<li>Откройте <a href="${site}">${hostOf(site)}</a>.</li> `}${steps.map((step) => html`<li>${step}</li> `)}
      <li>Вставьте текст запроса и отправьте.</li>
    </ol>
  </div> `;
}
