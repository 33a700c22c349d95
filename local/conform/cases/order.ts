import { both } from '../../../shared/command/told.ts'
import type { Case } from './case.ts'
import { verifiedData } from './samples.ts'

const late = both(
  '迟到的事件同样答复 2xx，否则会一直重试',
  'an event that comes late is answered 2xx all the same, or it is tried for days',
)

export const outOfOrder: Case = {
  id: 'out-of-order',
  title: both('乱序到达时，以 sequence 最大的状态为准', 'Out of order, the newest state by sequence wins'),
  async play({ stage: { world }, need, take, act, believe }) {
    const freed = world.newUser('verified')
    await need(world.happens(freed, 'verification.verified', verifiedData()))
    const banned = world.happens(freed, 'account.banned', { by: 'platform' })
    await take(late, world.happens(freed, 'account.unbanned', { lifted: ['platform'], stillBanned: false }))
    await take(late, banned)
    const notBanned = both(
      'account.banned（sequence 2）在 account.unbanned（sequence 3）之后到达：用户没有被停用',
      'account.banned (sequence 2) came after account.unbanned (sequence 3): the user is not banned',
    )
    await act(notBanned, freed, 'done')
    await believe(notBanned, freed, { banned: false })

    const cleared = world.newUser('not_verified')
    const data = verifiedData()
    const verified = world.happens(cleared, 'verification.verified', data)
    const { verificationId } = data
    await take(late, world.happens(cleared, 'verification.cleared', { verificationId, because: 'not_me' }))
    await take(late, verified)
    const notVerified = both(
      'verification.verified（sequence 1）在 verification.cleared（sequence 2）之后到达：用户未实名',
      'verification.verified (sequence 1) came after verification.cleared (sequence 2): the user is not verified',
    )
    await act(notVerified, cleared, 'sent_to_verify', 'refused')
    await believe(notVerified, cleared, { verified: false })

    const twice = world.newUser('banned')
    const first = world.happens(twice, 'verification.verified', verifiedData())
    await take(late, world.happens(twice, 'account.banned', { by: 'platform' }))
    await take(late, first)
    await believe(
      both(
        'verification.verified（sequence 1）在 account.banned（sequence 2）之后到达：用户已实名，且被停用。实名与停用是两件事，sequence 要分别记',
        'verification.verified (sequence 1) came after account.banned (sequence 2): the user is verified and banned. These are two things, so keep the sequence of each',
      ),
      twice,
      { verified: true, banned: true },
    )
  },
}
