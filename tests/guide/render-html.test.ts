import { expect, test } from 'vitest';
import { compileGuide } from '../../src/guide';
import { renderGuideBody } from '../../src/guide/render-html';
import { FRONT_MATTER } from './sample';

function render(body: string): string {
  const { guide } = compileGuide(FRONT_MATTER + body, {
    file: 'kray/a.md',
    regions: [],
    contacts: [],
  });
  if (!guide) throw new Error('no guide');
  return renderGuideBody(guide, {
    guideHref: (id, anchor) => (id === 'kray/a' ? `#${anchor ?? ''}` : undefined),
    targetTitle: (id) => id,
    picture: (source) => ({ href: `/${source}`, width: 320, height: 200 }),
  })
    .source.replace(/\s+/g, ' ')
    .replace(/ ?(<\/?(?:li|ul|p|input)\b[^>]*>) ?/g, '$1');
}

test('a step is a real checkbox with a label and its permanent id', () => {
  const html = render('- [ ] Нажмите «Да» {#yes} {was: ok} {if: device=android}\n');
  expect(html).toContain('<li class="step" data-when="device=android">');
  expect(html).toContain(
    '<input type="checkbox" id="yes" autocomplete="off" data-was="ok" /><p class="when">Если у вас телефон с Android</p><label for="yes">Нажмите «Да»</label>',
  );
});

test('nothing of the source becomes markup', () => {
  const html = render(
    `<script>alert(1)</script>\n\n## <i>"x"</i> {#s}\n\n- [ ] <b onclick='x'>Да</b> & \`<u>\` {#a}\n\n![<s>"](pictures/p.svg)\n`,
  );
  expect(html).not.toMatch(/<(?:script|i|b|u|s)\b/);
  expect(html).not.toMatch(/onclick='/);
  expect(html).toContain('alt="&lt;s&gt;&quot;"');
});

test('a link to a guide that this region does not show stays text', () => {
  expect(render('[там](b.md) и [тут](#s)\n\n## С {#s}\n')).toContain(
    '<p>там и <a href="#s">тут</a></p>',
  );
});
