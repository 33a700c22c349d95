import { both } from '../../../shared/command/told.ts'
import type { Case } from './case.ts'
import { verifiedData } from './samples.ts'

export const ban: Case = {
  id: 'ban',
  title: both('停用与解除停用', 'A ban, and the end of it'),
  async play({ stage: { world }, need, take, act, believe }) {
    const user = world.newUser('verified')
    await need(world.happens(user, 'verification.verified', verifiedData()))

    user.stance = 'banned'
    const taken = both('停用事件应答复 2xx', 'events of bans are answered 2xx')
    await take(taken, world.happens(user, 'account.banned', { by: 'platform' }))
    const isBanned = both(
      '被停用：不完成操作，也不送到 verifyUrl（实名解决不了停用）',
      'banned: the action is not done, and nobody is sent to verifyUrl, where a ban is not lifted',
    )
    await act(isBanned, user, 'refused')
    await believe(isBanned, user, { banned: true })

    await take(taken, world.happens(user, 'account.unbanned', { lifted: ['platform'], stillBanned: true }))
    const isStill = both(
      'account.unbanned 中 stillBanned 为 true：另一个停用仍然有效',
      'account.unbanned with stillBanned true: another ban still stands',
    )
    await act(isStill, user, 'refused')
    await believe(isStill, user, { banned: true })

    user.stance = 'verified'
    await take(taken, world.happens(user, 'account.unbanned', { lifted: ['complaints'], stillBanned: false }))
    const isFree = both('停用已解除：用户可以完成操作', 'the ban is over: the user may act')
    await act(isFree, user, 'done')
    await believe(isFree, user, { banned: false })
  },
}
