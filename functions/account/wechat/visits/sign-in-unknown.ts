import { type Outcome, ok, refused } from '../../../../shared/kernel/outcome.ts'
import type { Told } from '../../../../shared/table/told.ts'
import { wechatBoundAnnounced } from '../../announced-store.ts'
import { type NewlySignedIn, type SignInDeps, type SignInInput, signIn } from '../../sessions/sign-in.ts'
import { BOUND_ELSEWHERE, HAS_ANOTHER, wechatBound } from '../binding/binding-store.ts'
import { wechatBoundLetter } from '../binding/letters.ts'
import { JOIN_OVER, unknownJoined, unknownKey, unknownOf } from './unknown-store.ts'

export type JoinDeps = SignInDeps & { told: Told; publicUrl: string }

/**
 * What became of the WeChat user. `has_another`: the account lets another one in, and goes on to. `bound_elsewhere`: another account was
 * faster. `over`: somebody proved a phone for them at the same moment.
 */
export const joinEnds = ['bound', 'has_another', 'bound_elsewhere', 'over'] as const
export type JoinEnd = (typeof joinEnds)[number]

const ends: Readonly<Record<string, JoinEnd>> = {
  [HAS_ANOTHER]: 'has_another',
  [BOUND_ELSEWHERE]: 'bound_elsewhere',
  [JOIN_OVER]: 'over',
}

/**
 * W1 signs in by the code sent to a number, as `signIn` does, and has the account let in the WeChat user who came to this browser last and
 * whom nobody knew: in the same commit, told by a letter. Where the account lets in another one that is not replaced, and they are signed
 * in all the same. Refuses with `wechat_join_over` before anything is counted, and as `signIn`. One database call more than that, two
 * where it is not bound.
 */
export const signInUnknown = async (
  deps: JoinDeps,
  mark: string | undefined,
  input: SignInInput,
): Promise<Outcome<NewlySignedIn & { wechat: JoinEnd }>> => {
  const item = mark === undefined ? undefined : await deps.table.get(unknownKey(mark))
  const now = deps.clock.now()
  const unknown = unknownOf(item, now)
  if (mark === undefined || !unknown) return refused('wechat_join_over')
  const { found, ...who } = unknown
  const signedIn = await signIn(deps, input, {
    because: Object.keys(ends),
    session: { wechat: found },
    leading: ({ id }) => [
      ...wechatBound(id, who, now),
      deps.told(id, wechatBoundLetter(now, deps.publicUrl), now),
      wechatBoundAnnounced(id, now),
    ],
    also: [unknownJoined(mark, now)],
  })
  if (!signedIn.ok) return signedIn
  const { inTheWay, ...of } = signedIn.value
  return ok({ ...of, wechat: inTheWay === undefined ? 'bound' : (ends[inTheWay] ?? 'over') })
}
