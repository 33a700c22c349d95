import type { Terminal } from '../../shared/command/run-command.ts'
import { type Told, toldIn } from '../../shared/command/told.ts'
import type { Language } from '../../shared/kernel/language.ts'

/** How a command says what it found and what it is at. */
export type Speaker = {
  language: Language
  /** A text in the language of whoever reads it. */
  say(told: Told): string
  /** What was found: one line of JSON where that was asked for, and lines for people otherwise. */
  result(value: unknown, lines: () => readonly string[]): void
  /** What long work is at, for whoever sits at a terminal: on standard error, gone once something is found. */
  progress(told: Told): void
  /** A remark on standard error that is no fault. */
  remark(...told: Told[]): void
}

const CLEARED = '\r\u001b[2K'

/** Speaks to a terminal. `isWatched`: whether somebody sees standard error as it is written. */
export const speakerOf = (
  { out, err }: Pick<Terminal, 'out' | 'err'>,
  { language, json, isWatched }: { language: Language; json: boolean; isWatched: boolean },
): Speaker => {
  const say = (told: Told): string => toldIn(language, told)
  let isShowing = false
  const clear = (): void => {
    if (isShowing) err(CLEARED)
    isShowing = false
  }
  return {
    language,
    say,
    result(value, lines) {
      clear()
      out(
        json
          ? `${JSON.stringify(value)}\n`
          : lines()
              .map((line) => `${line}\n`)
              .join(''),
      )
    },
    progress(told) {
      if (!isWatched) return
      err(`${CLEARED}${say(told)}`)
      isShowing = true
    },
    remark(...told) {
      clear()
      err(`${told.map(say).join('')}\n`)
    },
  }
}
