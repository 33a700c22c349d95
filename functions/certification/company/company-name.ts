import { hanRead, hasUnreadable } from '../../person/lookalikes.ts'
import { asciiFolded } from '../../person/typed-digits.ts'
import type { Registered } from './registered.ts'

/** In UTF-16 units; what is longer is no name, and is not looked into. */
const LONGEST_TYPED = 400
/** Code points: the longest names in the register have some 80. */
const LONGEST = 100
const SHORTEST = 2

const HAN = '\\p{Unified_Ideograph}〇'
const INVISIBLE = /[\p{Cf}\p{Variation_Selector}]/gu
/** Between Latin words a space belongs to the name; beside anything else it came with what was copied. */
const SPACE_BESIDE_HAN = /\s+(?![A-Za-z])|(?<![A-Za-z])\s+/gu
const DOTS = /[·.\u2022\u2024\u2027\u2219\u22c5\u30fb\uff65]+/gu
const HAN_FIRST = /^\p{Unified_Ideograph}/u

/**
 * What stands in names of the register: characters, their letters and digits, brackets (of a place or of who is liable), the dot of other peoples' names,
 * and the marks that joint ventures and branches have.
 */
const OUTSIDE = new RegExp(`[^${HAN}A-Za-z0-9（）·、—\\-&' ]`, 'u')
const HAN_ANYWHERE = new RegExp(`[${HAN}]`, 'u')

/** The dot of a name, however it was typed; between Latin letters and digits it is what it looks like. */
const dotRead = (dots: string, at: number, whole: string): string =>
  HAN_FIRST.test(whole.slice(at + dots.length)) ? '·' : dots

/**
 * A company's name as typed → as licences print it and registers compare it: NFC, full-width brackets, no spaces beside Chinese
 * characters, no invisible characters. Not judged yet. Applying it twice changes nothing.
 */
export const normaliseCompanyName = (typed: string): string =>
  asciiFolded(hanRead(typed.slice(0, LONGEST_TYPED).replace(INVISIBLE, '')))
    .normalize('NFC')
    .replaceAll('(', '（')
    .replaceAll(')', '）')
    .replace(DOTS, dotRead)
    .replace(SPACE_BESIDE_HAN, '')
    .trim()

/**
 * What is wrong with a name. `unreadable`: holds a character that only the typist's own system knows. `characters`: one that no registered name has;
 * `at` counts from 1. `brackets`: one opens or closes alone. `no_chinese`: names are registered in Chinese.
 */
export type WrongName =
  | { because: 'too_short' | 'too_long' | 'unreadable' | 'brackets' | 'no_chinese' }
  | { because: 'characters'; at: number }

/**
 * What a name says by itself. `people`: it does not end as companies do (公司法 第七条 for most of them): often only a part of the name was
 * typed, but a register may have it so.
 */
export type JudgedName =
  | { verdict: 'right' }
  | { verdict: 'people'; because: 'unusual_ending' }
  | { verdict: 'wrong'; wrong: WrongName }

/**
 * How companies of the market register end, without what stands in brackets behind: 有限公司 and its like, works, shops and offices of one owner or of partners,
 * branches, and what state enterprises were called before there was a law.
 */
const ENDINGS =
  /(?:公司|集团|企业|合伙|代表处|办事处|事务所|中心|工作室|分行|支行|银行|信用社|合作社|供销社|[厂店社所院部行室馆场站矿园吧坊屋铺庄校堂城楼房网台处队会点窖])$/u
const BEHIND = /（[^（）]*）$/u

/** How many brackets are open behind each, by turns; none may close that did not open. */
const areBalanced = (name: string): boolean => {
  let open = 0
  for (const character of name) {
    if (character === '（') open += 1
    if (character === '）') open -= 1
    if (open < 0) return false
  }
  return open === 0
}

const wrongIn = (name: string): WrongName | undefined => {
  const length = [...name].length
  if (length < SHORTEST) return { because: 'too_short' }
  if (length > LONGEST) return { because: 'too_long' }
  if (hasUnreadable(name)) return { because: 'unreadable' }
  const at = [...name].findIndex((character) => OUTSIDE.test(character))
  if (at >= 0) return { because: 'characters', at: at + 1 }
  if (!areBalanced(name)) return { because: 'brackets' }
  return HAN_ANYWHERE.test(name) ? undefined : { because: 'no_chinese' }
}

/**
 * What a normalised name says, or the first thing wrong with it. `as`: what its code says it is, where that is known; only companies end as
 * one, as a sole trader may be called anything, and other bodies are named by those who founded them.
 */
export const judgeCompanyName = (name: string, as?: Registered): JudgedName => {
  const wrong = wrongIn(name)
  if (wrong) return { verdict: 'wrong', wrong }
  const isUnusual = as === 'company' && !ENDINGS.test(name.replace(BEHIND, ''))
  return isUnusual ? { verdict: 'people', because: 'unusual_ending' } : { verdict: 'right' }
}
