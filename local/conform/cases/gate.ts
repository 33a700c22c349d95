import { both } from '../../../shared/command/told.ts'
import type { Case } from './case.ts'
import { cardVerifiedData } from './samples.ts'

const actionFirst = both('还不能从操作看出什么，先看用例 7', 'nothing can be told by the action yet; see case 7 first')

export const gate: Case = {
  id: 'gate',
  title: both(
    '闸门答复 905：用户被送到 verifyUrl，操作没有完成',
    'The gate says 905: the user is sent to verifyUrl, and the action is not done',
  ),
  async play({ stage: { world, api, deliver, unseen }, askGate, act }) {
    const { url, verifyUrl } = api
    const verified = world.newUser('verified')
    // Whoever goes by events has heard of it, of a way that no order paid for; whether that is taken right is not asked here.
    await deliver(world.happens(verified, 'verification.verified', cardVerifiedData()))
    const user = world.newUser('not_verified')
    try {
      await askGate(
        both(
          `向 Shiming 询问闸门：应用应以 SHIMING_URL=${url} 启动`,
          `Shiming is asked for the gate: the app is started with SHIMING_URL=${url}`,
        ),
        user,
      )
      await act(both('已实名的用户可以完成操作', 'a verified user may act'), verified, 'done')
      await act(
        both(
          '未实名（905）：不完成操作，答复不是 2xx',
          'not verified (905): the action is not done, and its answer not 2xx',
        ),
        user,
        'sent_to_verify',
        'refused',
      )
    } catch (error) {
      unseen.actions = actionFirst
      throw error
    }
    await act(
      both(
        `未实名（905）：把用户送到 verifyUrl（${verifyUrl}）：重定向到那里，或在答复正文里给出`,
        `not verified (905): the user is sent to verifyUrl (${verifyUrl}), by redirect or in the body of the answer`,
      ),
      user,
      'sent_to_verify',
    )
    await act(
      both(
        '询问闸门失败（401）不是许可，也不是未实名：不完成操作，也不把用户送到 verifyUrl',
        'trouble with the gate (401) is no permission, and says nothing of the user: nothing is done, and nobody is sent to verifyUrl',
      ),
      world.newUser('unheard'),
      'refused',
      'failed',
    )
  },
}
