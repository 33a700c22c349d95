import type { Answer } from '../../shared/http/answer.ts'
import type { Pause, Sandbox } from './sandbox.ts'

/** An answer that goes wrong. `execute`: done and billed before that. */
export type Breaking = { does: 'break'; execute: boolean; how: 'http_500' | 'html' | 'truncated' | 'slow' }

/** Ways in which the answer of any cloud goes wrong, as POST /sandbox/faults takes them. */
export const breakings = {
  error_500: { does: 'break', execute: false, how: 'http_500' },
  executed_then_500: { does: 'break', execute: true, how: 'http_500' },
  slow: { does: 'break', execute: true, how: 'slow' },
  slow_unexecuted: { does: 'break', execute: false, how: 'slow' },
  html: { does: 'break', execute: true, how: 'html' },
  truncated: { does: 'break', execute: true, how: 'truncated' },
} as const satisfies Record<string, Breaking>

export const JSON_TYPE = { 'content-type': 'application/json' }
const PAGE = '<html><head><title>502 Bad Gateway</title></head><body>502 Bad Gateway</body></html>'

/** What comes instead of the answer `text`, later where it is to be slow; nothing was done where there is no text. */
export const brokenAnswer = async (
  { pause, settings }: Pick<Sandbox, 'settings'> & { pause: Pause },
  how: Breaking['how'],
  text: string,
): Promise<Answer> => {
  if (how === 'slow') await pause(settings.slowAnswerMs)
  if (how === 'http_500' || text === '') return { status: 500, text: '' }
  if (how === 'html') return { status: 200, headers: { 'content-type': 'text/html' }, text: PAGE }
  return { status: 200, headers: JSON_TYPE, text: how === 'truncated' ? text.slice(0, text.length / 2) : text }
}

/** Request ids of clouds are UUIDs with dashes. */
export const dashed = (id: string): string => id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
