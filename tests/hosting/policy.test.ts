import { describe, expect, it } from 'vitest';
import { formatPolicy, hostPolicy, nginxRules, parsePolicy, policyOfPage } from '../../src/hosting';

describe("the pages' policies as one header", () => {
  it('allows what any page needs, and nothing else', () => {
    const header = hostPolicy([
      parsePolicy("default-src 'none'; script-src 'self' 'sha256-a'; img-src 'self'"),
      parsePolicy("default-src 'none'; script-src 'self'; img-src 'self' data:"),
    ]);
    expect(formatPolicy(header)).toBe(
      "default-src 'none'; script-src 'self' 'sha256-a'; img-src 'self' data:; frame-ancestors 'none'",
    );
  });

  it('drops «none» where another page needs something', () => {
    const header = hostPolicy([parsePolicy("font-src 'none'"), parsePolicy("font-src 'self'")]);
    expect(header.get('font-src')).toEqual(["'self'"]);
  });
});

describe('a policy that is read', () => {
  it('counts the first of a doubled directive, as browsers do', () => {
    expect(parsePolicy("img-src 'self'; IMG-SRC *").get('img-src')).toEqual(["'self'"]);
  });

  it('is found in a page, with its quotes', () => {
    const page =
      '<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; font-src \'self\'">';
    expect([...(policyOfPage(page) ?? [])]).toEqual([
      ['default-src', ["'none'"]],
      ['font-src', ["'self'"]],
    ]);
  });

  it('is missed where a page has none', () => {
    expect(policyOfPage('<title>Без правил</title>')).toBeUndefined();
  });
});

describe('the rules of nginx', () => {
  it('send a folder without its slash to it by its path alone, whatever proxy stands before', () => {
    expect(nginxRules('', '/pamyatka/')).toContain(
      'location = /pamyatka {\n  absolute_redirect off;\n  return 301 /pamyatka/;\n}\n\nlocation /pamyatka/ {',
    );
    expect(nginxRules('', '/')).not.toContain('return 301');
  });
});
