import { both } from '../../../shared/command/told.ts'
import type { Case } from './case.ts'
import { verifiedData } from './samples.ts'

export const unknownType: Case = {
  id: 'unknown-type',
  title: both('未知类型的事件答复 2xx 并忽略', 'An unknown event type is answered 2xx and ignored'),
  async play({ stage: { world }, need, take, act, believe }) {
    const user = world.newUser('verified')
    await need(world.happens(user, 'verification.verified', verifiedData()))
    await take(
      both(
        '以后会有新的事件类型：应答复 2xx 并忽略',
        'types come later that nobody knows yet: they are answered 2xx and ignored',
      ),
      world.happensLater(user, 'account.weather_changed', 'account'),
    )
    await take(
      both(
        '以后会有新的主体（subject.kind）：应答复 2xx 并忽略',
        'so do kinds of subjects: they are answered 2xx and ignored',
      ),
      world.happensLater(user, 'weather.changed', 'weather'),
    )
    const event = world.happens(user, 'verification.verified', verifiedData())
    await take(both('以后会有新的字段：应答复 2xx 并忽略', 'so do members of known events: they are ignored'), event, {
      body: JSON.stringify({ ...event, season: 'spring', data: { ...event.data, degrees: 7 } }),
    })
    const same = both('未知的事件什么也不改变', 'what is not known changes nothing')
    await act(same, user, 'done')
    await believe(same, user, { banned: false, refundedFen: 0 })
  },
}
