import publishedStrings from 'big-list-of-naughty-strings/blns.json';
import fc from 'fast-check';

/*
 * What runs script where text becomes markup: tags that load, events that fire by themselves,
 * addresses that are code, and the disguises that filters are known to miss (case, entities, tabs,
 * unclosed tags, foreign content, mutation by the parser).
 */

const CALL = 'fire()';

/**
 * Max Woolf's list of strings that break software; half of them are the script injections of OWASP's
 * filter evasion list. They call `alert`.
 */
export { publishedStrings };

const EVENTS = ['onerror', 'onload', 'onfocus', 'ontoggle', 'onanimationstart', 'onbegin'];

const ELEMENTS: readonly ((event: string) => string)[] = [
  () => `<script>${CALL}</script>`,
  () => `<scr<script>ipt>${CALL}</script>`,
  () => `<script src="data:text/javascript,${CALL}"></script>`,
  (event) => `<img src=x ${event}=${CALL}>`,
  (event) => `<img/src="x"/${event}="${CALL}"`,
  (event) => `<svg ${event}=${CALL}>`,
  () => `<svg><script>${CALL}</script></svg>`,
  () => `<svg><animate onbegin=${CALL} attributeName=x dur=1s>`,
  (event) => `<body ${event}=${CALL}>`,
  (event) => `<input autofocus ${event}=${CALL}>`,
  () => `<details open ontoggle=${CALL}>`,
  () => `<video><source onerror=${CALL}></video>`,
  () => `<iframe srcdoc="<script>parent.${CALL}</script>"></iframe>`,
  () => `<iframe src="javascript:parent.${CALL}"></iframe>`,
  () => `<object data="javascript:${CALL}"></object>`,
  () =>
    `<math><mtext><table><mglyph><style><img src=x onerror=${CALL}></style></table></mtext></math>`,
  () => `<noscript><p title="</noscript><img src=x onerror=${CALL}>">`,
  () => `<style>@import 'javascript:${CALL}';</style>`,
  () => `<base href="javascript:${CALL}//">`,
  () => `<meta http-equiv=refresh content="0;url=javascript:${CALL}">`,
  () => `<form action="javascript:${CALL}"><button autofocus>x</button></form>`,
  () => `"><img src=x onerror=${CALL}>`,
  () => `'><svg onload=${CALL}>`,
  () => `--><img src=x onerror=${CALL}><!--`,
  () => `]]><img src=x onerror=${CALL}>`,
  () => `</textarea></title></style><img src=x onerror=${CALL}>`,
];

const ADDRESSES: readonly string[] = [
  `javascript:${CALL}`,
  `JaVaScRiPt:${CALL}`,
  ` javascript:${CALL}`,
  `java\tscript:${CALL}`,
  `java&#10;script:${CALL}`,
  `&#106;avascript:${CALL}`,
  `javascript&colon;${CALL}`,
  `\u0001javascript:${CALL}`,
  `javascript://example.ru/%0A${CALL}`,
  `vbscript:${CALL}`,
  `data:text/html,<script>${CALL}</script>`,
  `data:image/svg+xml,<svg onload=${CALL}>`,
  `https://example.ru/"onmouseover=${CALL} x="`,
  `https://example.ru/'><img src=x onerror=${CALL}>`,
  `https://example.ru/" onclick="${CALL}`,
  `//example.ru\\@javascript:${CALL}`,
  `tel:"><img src=x onerror=${CALL}>`,
  `mailto:a@b.ru"onfocus="${CALL}"autofocus="`,
];

/** Places of a guide where text of its author stands. */
const PLACES: readonly ((markup: string, address: string) => string)[] = [
  (markup) => markup,
  (markup) => `- [ ] Нажмите ${markup} {#step}`,
  (markup) => `- [ ] **Откройте** ${markup} {#step}\n\n  ${markup}`,
  (markup) => `## ${markup} {#part}\n\n- [ ] Нажмите «Да» {#step}`,
  (markup) => `> [!WARNING]\n> ${markup}`,
  (markup) => `> [!NOTE] ${markup}`,
  (markup) => `\`${markup}\` и \`\`${markup}\`\``,
  (markup) => `\`\`\`${markup}\n${markup}\n\`\`\``,
  (markup) => `| А | ${markup} |\n| --- | --- |\n| ${markup} | Б |`,
  (markup) => `- [ ] Нажмите {#${markup}}`,
  (markup) => `- [ ] Нажмите {#step} {if: ${markup}}`,
  (markup) => `- [ ] Нажмите {#step} {was: ${markup}} {needs: ${markup}}`,
  (markup) => `**${markup}** _${markup}_ ~~${markup}~~ \\${markup}`,
  (markup) => `1. ${markup}\n   - ${markup}`,
  (markup) => `${markup}\n===\n\n${markup}\n---`,
  (_, address) => `[Да](${address})`,
  (_, address) => `[Да](<${address}>)`,
  (markup, address) => `[${markup}](<${address}> "${markup}")`,
  (_, address) => `<${address}>`,
  (_, address) => `[Да][a]\n\n[a]: ${address}`,
  (markup, address) => `[Да][a]\n\n[a]: <${address}> '${markup}'`,
  (_, address) => `![Рисунок](${address})`,
  (markup, address) => `![${markup}](<${address}> "${markup}")`,
  (markup) => `![${markup}](pictures/a.svg)`,
  (markup, address) => `[![${markup}](pictures/a.svg)](<${address}>)`,
  (_, address) => `- [ ] Откройте [сайт](<${address}>) {#step}`,
  (_, address) => `Откройте ${address} и ждите`,
  (markup) => `<div>\n\n${markup}\n\n</div>`,
  (markup) => `<!-- ${markup} -->`,
];

const published = fc.constantFrom(...publishedStrings);

const markup = fc.oneof(
  published,
  fc
    .tuple(fc.constantFrom(...ELEMENTS), fc.constantFrom(...EVENTS), fc.nat({ max: 5 }))
    .map(([element, event, disguise]) => disguised(element(event), disguise)),
);

const address = fc.oneof(published, fc.constantFrom(...ADDRESSES));

/** The body of a guide that tries to run `fire()` or `alert()`. */
export const hostileBody: fc.Arbitrary<string> = fc
  .array(
    fc
      .tuple(
        fc.constantFrom(...PLACES),
        markup,
        address,
        fc.string({ unit: 'grapheme', maxLength: 6 }),
      )
      .map(([place, text, link, noise]) => place(`${noise}${text}`, link)),
    { minLength: 1, maxLength: 3 },
  )
  .map((parts) => parts.join('\n\n'));

/** Markup that does run in a page that takes it as it is: the control of the experiment. */
export const firingMarkup: readonly string[] = [
  `<script>${CALL}</script>`,
  `<img src=x onerror=${CALL}>`,
  `<svg onload=${CALL}>`,
  `<iframe srcdoc="<script>parent.${CALL}</script>"></iframe>`,
  `<details open ontoggle=${CALL}>`,
];

function disguised(text: string, way: number): string {
  switch (way) {
    case 1:
      return text.replace(/[a-z]+/, (name) => name.toUpperCase());
    case 2:
      return text.replaceAll(' ', '\n');
    case 3:
      return text.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    case 4:
      return text.replaceAll('<', '&#60;');
    case 5:
      return text.replaceAll(' ', '\t/');
    default:
      return text;
  }
}
