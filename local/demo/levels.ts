import type { Stage } from './journeys.ts'
import { codeToScan, type Person, scan, signIn, submit } from './user.ts'

/** A level as it is told in a line: what is held, and the pages that lead on. */
const lineOf = async (mine: ReturnType<Stage['platform']['shiming']['withSession']>): Promise<string> => {
  const { level, levelName, ladder, features } = await mine.account.level()
  const next = ladder.find(({ held }) => !held)
  const ways = (next?.ways ?? []).filter(({ open }) => open)
  const pages = ways.map(({ steps }) => steps.map(({ page }) => page).join(' and '))
  const enough = features.filter((one) => one.enough).map(({ feature }) => feature)
  return `level ${level} (${levelName}); to ${next?.level ?? level}: ${pages.join(' or ') || 'no way'}; enough for ${enough.join(', ') || 'nothing'}`
}

/**
 * X3 somebody sees what their level is and what leads on, before and after they prove who they are by the carrier and by their face. Answers
 * whether it was so.
 */
export const levelsHold = async (
  { platform, step }: Stage,
  person: Person,
  say: (line: string) => void,
): Promise<boolean> => {
  say('\na level rises, and is explained')
  const user = await signIn(platform, person.phone)
  const mine = platform.shiming.withSession(user.token)
  const before = await lineOf(mine)
  step(before)
  const { order } = await submit(platform, user, person, 'fee')
  await scan(platform, (await codeToScan(platform, user, order.id)).codeUrl)
  await platform.pass('0s')
  const { consent } = await platform.shiming.faceTerms.get()
  const { id, page } = await mine.faceChecks.open({ consent: { notice: consent.version, agreed: true } })
  await platform.sandbox.face({ url: page?.url ?? '', deed: 'pass', times: 1 })
  const { status } = await mine.faceChecks.look(id)
  step(`a face is ${status}`)
  const after = await lineOf(mine)
  step(after)
  const { nextEnd } = await mine.account.level()
  step(`next ends ${nextEnd?.kind}, which leaves level ${nextEnd?.levelThen}`)
  const held =
    before.startsWith('level 0 (none)') &&
    !before.includes('send_message') &&
    after.includes('send_message') &&
    status === 'confirmed' &&
    nextEnd?.kind === 'face'
  say(`a level rises, and is explained: ${held ? 'ok' : 'WRONG'}`)
  return held
}
