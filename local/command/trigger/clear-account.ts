import { createShiming } from '../../../clients/typescript/src/shiming.ts'
import { both } from '../../../shared/command/told.ts'
import { operatorAt } from '../../demo/operator.ts'
import { platformAt } from '../../demo/platform.ts'
import type { Scene } from './scene.ts'

/** Whoever decides the case: enrols anew each time, and nobody keeps what they sign in with. */
const REVIEWER = 'cli-reviewer'

/** The notice in an inbox that tells of a verification, by the link in it. */
const noticeIn = (content: string): string | undefined => /\/not-me\/([0-9a-f]{32})/.exec(content)?.[1]

/**
 * Somebody who is verified says that it was not them, and a reviewer finds so, as in the console; answers the status of the account then. On
 * an engine on this machine alone, as only there a reviewer can be made.
 */
export const clearAccount = async (scene: Scene, token: string): Promise<string> => {
  const { url, reached, step, now, pass } = scene
  const user = reached.shiming.withSession(token)
  step(both('用户说不是本人 …', 'the user says that it was not them …'))
  let notice: string | undefined
  for await (const { content } of user.messages.list()) notice ??= noticeIn(content ?? '')
  if (notice === undefined) throw new Error('nobody was told of the verification')
  const { id } = await user.proofings.dispute(notice, { text: '不是我' })
  step(both('审核员核查并清除 …', 'a reviewer looks and clears the account …'))
  const offset = (await now()) - Date.now()
  const at = { platform: platformAt(url), engine: { now: () => Date.now() + offset } }
  const { token: apiKey } = await operatorAt(at, REVIEWER, 'reviewer')
  const { reviews } = createShiming({ baseUrl: url, apiKey }).operator
  await reviews.claim(id)
  const { choices } = await reviews.get(id)
  const checked = choices.checklist.map(({ word }) => word)
  await reviews.decide(id, { verdict: 'approved', checked, note: '已核查' })
  await pass?.('0s')
  return (await user.account.get()).verification.status
}
