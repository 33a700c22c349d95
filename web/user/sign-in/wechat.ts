import { type VisitEnd, type VisitWay, visitEnds } from '../../../functions/account/wechat/visits/visit.ts'
import { type Where, whereOf } from '../pay/where.ts'

const ways: Partial<Record<Where, VisitWay>> = { wechat: 'in_wechat', desktop: 'website' }

/** How WeChat could be signed in by where this page is open. On a phone outside WeChat there is no second one that scans a code. */
export const wayHere = (userAgent = navigator.userAgent): VisitWay | undefined => ways[whereOf(userAgent)]

/** What became of a visit to WeChat, as the way back from there says it in `wechat`; a word that nobody here knows is worth one more try. */
export const visitEndIn = (query: URLSearchParams): VisitEnd | undefined => {
  const said = query.get('wechat')
  return said === null ? undefined : (visitEnds.find((end) => end === said) ?? 'try_again')
}

/** What is kept in this tab of visits to WeChat; nothing that says who. */
const NAME = 'shiming-wechat'

/** Before the place to be in afterwards: the browser is on its way there and back. */
const LEFT = 'left '

/** It was there, or somebody has signed out. */
const ASKED = 'asked'

const keep = (kept: string): void => {
  try {
    sessionStorage.setItem(NAME, kept)
  } catch {}
}

const keptHere = (): string | null => {
  try {
    return sessionStorage.getItem(NAME)
  } catch {
    return ASKED
  }
}

/** Whether WeChat was asked here already, so that it is not asked to and fro, nor brings back who has signed out. */
export const wasAsked = (): boolean => keptHere() !== null

/** From now on WeChat is asked in this tab by a tap only. */
export const keepAsked = (): void => keep(ASKED)

/** The browser leaves for WeChat, and may come back signed in. `to`: where it is to be then, of which WeChat brings back the path alone. */
export const keepLeft = (to: string): void => keep(LEFT + to)

/** The path of a place of ours. */
export const pageOf = (to: string): string => to.replace(/[?#].*$/, '')

/**
 * The place that the browser left for, where this page was loaded on the way back from WeChat: somebody may be signed in who was not
 * before. Undefined for any other page. Once.
 */
export const takeBack = (): string | undefined => {
  const kept = keptHere()
  if (!kept?.startsWith(LEFT)) return undefined
  keepAsked()
  return kept.slice(LEFT.length)
}

/** A place as it was left, where only its path came back. `left`: the place that was left for. */
export const wholePlace = (path: string, left: string | undefined): string =>
  left !== undefined && pageOf(left) === path ? left : path
