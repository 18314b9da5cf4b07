/** A Content Security Policy: the sources of each directive, in the order written. */
export type Policy = ReadonlyMap<string, readonly string[]>;

/** Reads a policy as a header or a meta element has it; of a doubled directive the first counts. */
export function parsePolicy(text: string): Policy {
  const policy = new Map<string, string[]>();
  for (const part of text.split(';')) {
    const [name = '', ...sources] = part.trim().split(/\s+/);
    if (name !== '' && !policy.has(name.toLowerCase())) policy.set(name.toLowerCase(), sources);
  }
  return policy;
}

/** As a header has it. */
export function formatPolicy(policy: Policy): string {
  return [...policy].map(([name, sources]) => [name, ...sources].join(' ')).join('; ');
}

/**
 * The narrowest policy under which each of these pages does what its own allows. A header is one
 * for all pages, and the pages' meta elements narrow it again.
 */
function joinPolicies(policies: readonly Policy[]): Policy {
  const joined = new Map<string, string[]>();
  for (const policy of policies) {
    for (const [name, sources] of policy) {
      joined.set(name, [...new Set([...(joined.get(name) ?? []), ...sources])]);
    }
  }
  for (const [name, sources] of joined) {
    if (sources.length > 1) {
      joined.set(
        name,
        sources.filter((source) => source !== "'none'"),
      );
    }
  }
  return joined;
}

/** The pages' policy as a host sends it: with what a meta element cannot say. */
export function hostPolicy(pages: readonly Policy[]): Policy {
  return new Map([...joinPolicies(pages), ['frame-ancestors', ["'none'"]]]);
}

/** The policy in a page's meta element, where it has one. */
export function policyOfPage(html: string): Policy | undefined {
  const [, text] =
    /<meta\s+http-equiv="Content-Security-Policy"\s+content="([^"]*)"/i.exec(html) ?? [];
  return text === undefined ? undefined : parsePolicy(unescape(text));
}

/** What the pages' templates write for a character that HTML gives a meaning. */
const ENTITIES: Readonly<Record<string, string>> = {
  '&#39;': "'",
  '&quot;': '"',
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
};

function unescape(text: string): string {
  return text.replace(/&(?:#39|quot|lt|gt|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}
