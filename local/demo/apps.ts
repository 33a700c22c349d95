import { ShimingProblem } from 'shiming-client'
import { faceOfStep, handOver } from './app-steps.ts'
import type { ConsoleStage } from './console.ts'
import { operatorAt } from './operator.ts'
import { codeFor, type Person, signIn } from './user.ts'

const NAME = '晨光读书会'
const ALIKE = '晨光讀書會'
const NEXT = '晨光共读'

/** Why somebody is refused; nothing where they are not. */
const refusedWith = async (asked: Promise<unknown>): Promise<string> => {
  try {
    await asked
    return 'nothing'
  } catch (error) {
    if (error instanceof ShimingProblem) return error.code
    throw error
  }
}

/**
 * W2 W3 a name is looked at for nothing, an app gets one that nobody has, nobody else gets one that looks like it, and a rename takes a code, the
 * last four and a face, and keeps the name before; then the app is handed over. Answers whether it was so.
 */
export const appsHold = async (
  stage: ConsoleStage,
  { owner, other }: { owner: Person; other: Person },
  say: (line: string) => void,
): Promise<boolean> => {
  const { platform, step } = stage
  say('\nan app, its names, and who has them')
  // A code may be asked for again by then.
  await platform.pass('61s')
  const user = await signIn(platform, owner.phone)
  const { apps } = platform.shiming.withSession(user.token)
  const { verdict, findings } = await apps.checkName({ name: '微信读书小程序' })
  step(`a name is ${verdict}: ${findings.map(({ code, at }) => `${code} at ${at?.text}`).join(', ')}`)
  const app = await apps.create({ kind: 'mini_program', name: NAME })
  step(`an app is called ${app.name}`)
  await platform.pass('61s')
  const stranger = platform.shiming.withSession((await signIn(platform, other.phone)).token)
  const alike = await refusedWith(stranger.apps.create({ kind: 'website', name: ALIKE }))
  step(`somebody else asks for ${ALIKE}: ${alike}`)
  await platform.pass('61s')
  const smsCode = await codeFor(platform, owner.phone, user.token)
  const face = await faceOfStep(platform, user, { step: 'rename', app: app.id, name: NEXT })
  const proof = { phone: owner.phone, smsCode, idLastFour: owner.idNumber.slice(-4), face }
  const renamed = await apps.rename(app.id, { from: NAME, name: NEXT, ...proof })
  if ('review' in renamed) throw new Error('a rename by face waits for people')
  step(`${NAME} becomes ${renamed.name}; ${renamed.renames.left} more this year`)
  const kept = await refusedWith(stranger.apps.create({ kind: 'website', name: NAME }))
  step(`somebody else asks for the name before: ${kept}`)
  const reviewer = await operatorAt(stage, 'wu', 'reviewer')
  const nobody = await signIn(platform, other.phone)
  const handed = await handOver(platform, reviewer, {
    ...{ app: app.id, from: { user, idNumber: owner.idNumber } },
    to: { user: nobody },
  })
  step(`it is handed over once a person has looked at a picture: ${handed ? 'yes' : 'no'}`)
  const held =
    handed &&
    verdict === 'refused' &&
    [alike, kept].join() === 'app_name_taken,app_name_held' &&
    renamed.names.map(({ name }) => name).join() === NAME
  say(`an app, its names, and who has them: ${held ? 'ok' : 'WRONG'}`)
  return held
}
