import { hourOf } from '../../functions/account/limits/window.ts'
import { authenticateOperator } from '../../functions/operators/access/authenticate-operator.ts'
import { signInOperator } from '../../functions/operators/access/sign-in.ts'
import { takeStepUp } from '../../functions/operators/access/take-step-up.ts'
import { readEnrolment } from '../../functions/operators/enrolment/read-enrolment.ts'
import { NOON, valueIn } from '../kit.ts'
import { ADDRESS, codeOf, enrolled, invited, world } from '../operators/fixture.ts'
import { type Drive, FAR, NEAR } from './drive.ts'

type Near = { triesPerHour?: number; triesPerHourAtName?: number; triesPerHourFromAddress?: number }

const farBut = (near: Near) =>
  world({ triesPerHour: FAR, triesPerHourAtName: FAR, triesPerHourFromAddress: FAR, ...near })

const tries =
  (near: Near, other: { name?: string; sourceIp?: string }): Drive =>
  async () => {
    const at = farBut(near)
    const typed = { name: 'lin', password: 'x', code: '000000', sourceIp: ADDRESS }
    const once = () => signInOperator(at, typed)
    const elsewhere = () => signInOperator(at, { ...typed, ...other })
    return { most: NEAR, time: at.time, once, elsewhere, endsAt: hourOf(NOON).endsAt }
  }

const stepUps: Drive = async () => {
  const at = farBut({ triesPerHour: NEAR })
  const lin = await enrolled(at)
  const other = await enrolled(at, 'chen')
  const in_ = async ({ token }: { token: string }, code: string) => {
    const { person, session } = valueIn(await authenticateOperator(at, token))
    return takeStepUp(at, { name: person.name, session: session.key, code })
  }
  const [once, elsewhere] = [() => in_(lin, '000000'), () => in_(other, codeOf(at, other.secret))]
  return { most: NEAR, time: at.time, once, elsewhere, endsAt: hourOf(NOON).endsAt }
}

const looks: Drive = async () => {
  const at = farBut({ triesPerHour: NEAR })
  const [token, other] = [await invited(at), await invited(at, 'chen')]
  const [once, elsewhere] = [() => readEnrolment(at, token), () => readEnrolment(at, other)]
  return { most: NEAR, time: at.time, once, elsewhere, endsAt: hourOf(NOON).endsAt }
}

export const operatorDrives: Readonly<Record<string, Drive>> = {
  'operators.triesPerHour': tries({ triesPerHour: NEAR }, { sourceIp: '192.0.2.9' }),
  'operators.triesPerHour.session': stepUps,
  'operators.triesPerHour.look': looks,
  'operators.triesPerHourAtName': tries({ triesPerHourAtName: NEAR }, { name: 'chen' }),
  'operators.triesPerHourFromAddress': tries({ triesPerHourFromAddress: NEAR }, { sourceIp: '192.0.2.9' }),
}
