import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeFamilyLink, encodeFamilyLink } from '../../src/link';
import { crc32 } from '../../src/link/crc32';

const LINK = {
  className: '4А',
  school: 'МАОУ «Средняя школа № 4» г. Ишима',
  inviteCode: 'HGKMDTWQ',
};

describe('the family’s link', () => {
  it('brings back what was put in', () => {
    expect(decodeFamilyLink(encodeFamilyLink(LINK))).toEqual({ ok: true, link: LINK });
    expect(decodeFamilyLink(`#${encodeFamilyLink(LINK)}`)).toEqual({ ok: true, link: LINK });
  });

  it('brings back any words, in Russian or not', () => {
    const words = (maxLength: number) =>
      fc
        .string({ unit: 'grapheme', maxLength })
        .map((text) => text.replace(/[\p{Cc}\p{Cf}]/gu, '').trim())
        .filter((text) => [...text].length <= maxLength);
    fc.assert(
      fc.property(
        fc.record({ className: words(20), school: words(60), inviteCode: words(30) }),
        (link) => {
          expect(decodeFamilyLink(encodeFamilyLink(link))).toEqual({ ok: true, link });
        },
      ),
    );
  });

  it('takes one byte for a Russian letter, and only what an address may hold', () => {
    const fragment = encodeFamilyLink(LINK);
    expect(fragment).toMatch(/^m1\.[A-Za-z0-9_-]+$/);
    expect(fragment.length).toBeLessThan(75);
  });

  it('refuses fields that no memo would carry, whatever their checksum', () => {
    const text = `4А\n${'Позвоните по другому номеру. '.repeat(8)}\nHGKMDTWQ`;
    const content = Uint8Array.of(1, ...new TextEncoder().encode(text));
    const bytes = new Uint8Array(content.length + 4);
    bytes.set(content);
    new DataView(bytes.buffer).setUint32(content.length, crc32(content));
    const fragment = `m1.${Buffer.from(bytes).toString('base64url')}`;
    expect(decodeFamilyLink(fragment)).toEqual({ ok: false, reason: 'damaged' });
  });

  it('notices any changed character', () => {
    const fragment = encodeFamilyLink(LINK);
    for (let at = 3; at < fragment.length - 1; at += 1) {
      const other = fragment[at] === 'A' ? 'B' : 'A';
      const changed = fragment.slice(0, at) + other + fragment.slice(at + 1);
      expect(decodeFamilyLink(changed)).toEqual({ ok: false, reason: 'damaged' });
    }
    expect(decodeFamilyLink(fragment.slice(0, -5))).toEqual({ ok: false, reason: 'damaged' });
    expect(decodeFamilyLink('m1.')).toEqual({ ok: false, reason: 'damaged' });
  });

  it('tells an anchor, a newer link and an endless one apart', () => {
    expect(decodeFamilyLink('enter-code')).toEqual({ ok: false, reason: 'foreign' });
    expect(decodeFamilyLink('')).toEqual({ ok: false, reason: 'foreign' });
    expect(decodeFamilyLink('m2.AAAA')).toEqual({ ok: false, reason: 'newer' });
    expect(decodeFamilyLink(`m1.${'A'.repeat(5000)}`)).toEqual({ ok: false, reason: 'too-long' });
  });

  it('cuts a school name that no QR could hold, and says so with an ellipsis', () => {
    const decoded = decodeFamilyLink(encodeFamilyLink({ ...LINK, school: 'Ш'.repeat(500) }));
    expect(decoded.ok && decoded.link.school).toMatch(/^Ш{119}…$/);
  });
});
