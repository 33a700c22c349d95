import { hourOf } from '../../functions/account/limits/window.ts'
import { signInOperator } from '../../functions/operators/access/sign-in.ts'
import { NOON } from '../kit.ts'
import { ADDRESS, world } from '../operators/fixture.ts'
import { type Drive, FAR, NEAR } from './drive.ts'

const tries =
  (
    near: { triesPerHour?: number; triesPerHourFromAddress?: number },
    other: { name?: string; sourceIp?: string },
  ): Drive =>
  async () => {
    const at = world({ triesPerHour: FAR, triesPerHourFromAddress: FAR, ...near })
    const typed = { name: 'lin', password: 'x', code: '000000', sourceIp: ADDRESS }
    const once = () => signInOperator(at, typed)
    const elsewhere = () => signInOperator(at, { ...typed, ...other })
    return { most: NEAR, time: at.time, once, elsewhere, endsAt: hourOf(NOON).endsAt }
  }

export const operatorDrives: Readonly<Record<string, Drive>> = {
  'operators.triesPerHour': tries({ triesPerHour: NEAR }, { name: 'chen' }),
  'operators.triesPerHourFromAddress': tries({ triesPerHourFromAddress: NEAR }, { sourceIp: '192.0.2.9' }),
}
