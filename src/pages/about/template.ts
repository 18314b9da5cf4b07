import type { Library } from '../../guide';
import { guidesOfRegion } from '../../guide';
import { SIGNS } from '../../components/signs';
import { html, type Html } from '../../guide/html';
import * as aboutWords from '../../messages/ru/about';
import { RELEASES } from '../../messages/ru/whats-new';
import type { PageContent } from '../document';
import { guidePath } from '../guide/setting';
import { formatDate } from '../guide/template';
import { renderTransfer } from '../transfer/template';

/** A package whose code or letters the site holds. */
export interface LicensedPackage {
  name: string;
  version: string;
  /** As its `package.json` has it: `MIT`. */
  licence: string;
}

const STATUS = {
  current: aboutWords.statusCurrent,
  changed: aboutWords.statusChanged,
  archived: aboutWords.statusArchived,
};

/** How it works, privacy, licence, versions of the guides. */
export function renderAboutPage(
  library: Library,
  packages: readonly LicensedPackage[],
): PageContent {
  return {
    path: 'about/',
    title: aboutWords.title,
    description: aboutWords.description,
    kind: 'about-page',
    body: html`<h1>${aboutWords.title}</h1>
      <h2>${aboutWords.howItWorks}</h2>
      <p>
        ${aboutWords.worksOffline}
      </p>
      <h2 id="device">${aboutWords.onThisDevice}</h2>
      <this-device
        ><p>
          ${aboutWords.withoutScript}
        </p></this-device
      >
      <h2 id="install">${aboutWords.howToAddIt}</h2>
      <h3>${aboutWords.onIphone}</h3>
      <ol>
        <li>${withSign(aboutWords.pressShare, 'share')}</li>
        <li>${withSign(aboutWords.chooseAdd, 'add')}</li>
      </ol>
      <p>
        ${aboutWords.ticksInSafari}
      </p>
      <h3>${aboutWords.onAndroid}</h3>
      <ol>
        <li>${withSign(aboutWords.pressMenu, 'menu')}</li>
        <li>${aboutWords.installOnAndroid}</li>
      </ol>
      <h3>${aboutWords.onComputer}</h3>
      <ol>
        <li>${aboutWords.openInBrowser}</li>
        <li>${withSign(aboutWords.pressInstall, 'install')}</li>
      </ol>
      <h2>${aboutWords.whatHappensToData}</h2>
      <ul>
        <li>
          ${aboutWords.staysOnDevice}
        </li>
        <li>
          ${aboutWords.listAndCipher}
        </li>
        <li>
          <strong>${aboutWords.cannotBeRestored}</strong> ${aboutWords.noOneCan}
        </li>
        <li>${aboutWords.notInAddress}</li>
      </ul>
      <h2>${aboutWords.notPromised}</h2>
      <ul>
        <li>
          ${aboutWords.iphoneForgets}
        </li>
        <li>
          ${aboutWords.browserMayRemove}
        </li>
        <li>
          ${aboutWords.lostPhone}
        </li>
        <li>
          ${aboutWords.listInMemory}
        </li>
      </ul>
      ${renderTransfer()}
      <h2>${aboutWords.personalData}</h2>
      <p>
        ${aboutWords.lawOnData}
      </p>
      <h2>${aboutWords.sources}</h2>
      ${library.regions.map(
        (region) =>
          html`<h3>${region.title}</h3>
  <ul>
            ${guidesOfRegion(library, region).map(
              (guide) =>
                html`<li>
                  <a
                    href="../${guidePath(region, guide)}"
                    >${guide.title}</a
                  >. ${guide.source}. ${aboutWords.verifiedOn(formatDate(guide.verified), STATUS[guide.status])}
                </li> `,
            )}
          </ul> `,
      )}
      <p>
        ${aboutWords.writeYourOwn} <a href="../author/">${aboutWords.editor}</a> ${aboutWords.showsAtOnce}
      </p>
      <h2>${aboutWords.whatsNew}</h2>
      ${RELEASES.map(
        ({ date, news }) =>
          html`<h3>${formatDate(date)}</h3>
  <ul>
            ${news.map((words) => html`<li>${words}</li> `)}
          </ul> `,
      )}
      <h2>${aboutWords.licences}</h2>
      <p>${aboutWords.ourLicence}</p>
      <details class="symptom">
        <summary>${aboutWords.packages(packages.length)}</summary>
        <ul>
          ${packages.map(({ name, version, licence }) => html`<li>${name} ${version} — ${licence}</li> `)}
        </ul>
      </details>
      <p><a href="../licences.txt">${aboutWords.licenceTexts}</a>, <a href="../fonts/OFL.txt">${aboutWords.fontLicence}</a> ${aboutWords.needsInternet}</p> `,
  };
}

/** What has to be pressed, as it looks. */
/** The words with the drawing of the button where they say `{sign}`. */
function withSign(words: string, name: keyof typeof SIGNS): Html {
  const [before, after] = words.split('{sign}');
  return html`${before}<svg class="sign" viewBox="0 0 24 24" aria-hidden="true"><path d="${SIGNS[name]}" /></svg>${after}`;
}
