import type { Token, Tokens } from 'marked';
import type { Contact, Inline } from './guide';

/** What inline text needs to know of the world around the guide. */
export interface InlineContext {
  contacts: readonly Contact[];
  /** Resolves `kiasuo.md#sign-in` to `guide:krasnoyarsk/kiasuo#sign-in`; undefined for what is no guide's file. */
  resolveGuide: (href: string) => string | undefined;
  /** Called with a Russian message for each mistake. */
  report: (message: string) => void;
}

const TRAIL_PART = '(?:«(?:[^«»]|«[^«»]*»)+»|[☰⋮])';
const TRAIL = new RegExp(`${TRAIL_PART}(?:\\s*→\\s*${TRAIL_PART})+`, 'gu');

/** Turns marked's inline tokens into ours; raw HTML becomes text. */
export function inlineOf(tokens: readonly Token[], context: InlineContext): Inline[] {
  return tokens.flatMap((token) => inlineToken(token, context));
}

function inlineToken(token: Token, context: InlineContext): Inline[] {
  switch (token.type) {
    case 'text':
    case 'escape':
    case 'html':
      return textWithTrails((token as Tokens.Text).text, context);
    case 'strong':
      return [{ type: 'strong', content: inlineOf((token as Tokens.Strong).tokens, context) }];
    case 'em':
      return [{ type: 'emphasis', content: inlineOf((token as Tokens.Em).tokens, context) }];
    case 'codespan':
      return [{ type: 'code', text: (token as Tokens.Codespan).text }];
    case 'br':
      return [{ type: 'break' }];
    case 'checkbox':
      return [];
    case 'link':
      return link(token as Tokens.Link, context);
    case 'image':
      context.report('Рисунок ставят отдельным абзацем, а не внутри строки.');
      return [{ type: 'text', text: (token as Tokens.Image).text }];
    default:
      context.report(`Такая разметка не поддерживается: ${token.raw.trim().slice(0, 40)}`);
      return [{ type: 'text', text: token.raw }];
  }
}

function link(token: Tokens.Link, context: InlineContext): Inline[] {
  const content = inlineOf(token.tokens, context);
  const guide = context.resolveGuide(token.href);
  if (guide !== undefined) return [{ type: 'link', url: guide, content }];
  if (/^(?:https|mailto|tel):/.test(token.href)) {
    return [{ type: 'link', url: token.href, content }];
  }
  context.report(
    `Адрес «${token.href}» не годится: нужен https://… или файл другой памятки, например kiasuo.md.`,
  );
  return content;
}

function textWithTrails(text: string, context: InlineContext): Inline[] {
  const result: Inline[] = [];
  let end = 0;
  for (const match of text.matchAll(TRAIL)) {
    result.push(...textWithPhones(text.slice(end, match.index), context.contacts));
    result.push({
      type: 'trail',
      parts: match[0].split(/\s*→\s*/).map((part) => part.replace(/^«(.*)»$/u, '$1')),
    });
    end = match.index + match[0].length;
  }
  return [...result, ...textWithPhones(text.slice(end), context.contacts)];
}

function textWithPhones(text: string, contacts: readonly Contact[]): Inline[] {
  if (text === '') return [];
  for (const { phone } of contacts) {
    const start = phone === undefined ? -1 : text.indexOf(phone);
    if (phone === undefined || start === -1) continue;
    return [
      ...textWithPhones(text.slice(0, start), contacts),
      { type: 'link', url: phoneUrl(phone), content: [{ type: 'text', text: phone }] },
      ...textWithPhones(text.slice(start + phone.length), contacts),
    ];
  }
  return [{ type: 'text', text }];
}

/** `8-800-100-70-10` as `tel:88001007010`: the digits as printed, which is how Russian networks dial them. */
export function phoneUrl(phone: string): string {
  return `tel:${phone.replace(/\D/g, '')}`;
}

/** The words alone, for the memo's plain lines, search and titles. */
export function plainText(content: readonly Inline[]): string {
  return content
    .map((part) => {
      switch (part.type) {
        case 'text':
        case 'code':
          return part.text;
        case 'trail':
          return part.parts.join(' → ');
        case 'break':
          return ' ';
        default:
          return plainText(part.content);
      }
    })
    .join('');
}
