import type { Problem } from '../guide';

/** `krasnoyarsk/kiasuo.md:12: что не так`. */
export function describeProblem({ file, line, severity, message }: Problem): string {
  const prefix = severity === 'warning' ? 'предупреждение: ' : '';
  return `${file}:${String(line)}: ${prefix}${message}`;
}
