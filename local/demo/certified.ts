import { companies } from '../../functions/sandbox/register/companies.ts'
import { beijingDay } from '../../shared/kernel/time.ts'
import { typeCard } from './card.ts'
import {
  type Applying,
  appOfPerson,
  askAboutCompany,
  certify,
  confirmByFace,
  confirmByPicture,
  payFee,
  sendIn,
} from './certification.ts'
import type { ConsoleStage } from './console.ts'
import { type OnConsole, operatorAt } from './operator.ts'
import { uploadPicture } from './papers.ts'
import { drawnPage } from './picture.ts'
import { type Person, signIn, type User } from './user.ts'

/** Whoever administers apps, by their number and by who they are. */
type Owner = { user: User; person: Person }

/** One application: of whom, from which name to which, how they show that it is them, and what people say of the name; how it must end. */
type Walk = {
  name: string
  from: string
  to: string
  by: 'picture' | 'face'
  isOfCompany: boolean
  namingReason?: string
  ends: string
}

const walks: readonly Walk[] = [
  {
    ...{ name: 'an app of a person is certified', from: '听雨书房', to: '听雨夜读' },
    ...{ by: 'picture', isOfCompany: false, ends: 'certified 听雨夜读 3000' },
  },
  {
    ...{ name: 'an app of an enterprise is certified', from: '望岳外卖', to: '望岳外卖点餐' },
    ...{ by: 'face', isOfCompany: true, ends: 'certified 望岳外卖点餐 30000' },
  },
  {
    ...{ name: 'a name is refused, and the app certified all the same', from: '夜航船', to: '夜航船夜读' },
    ...{ by: 'picture', isOfCompany: false, namingReason: 'name_misleading', ends: 'certified 夜航船 3000' },
  },
]

/** An enterprise that they do not represent, looked up, with its licence and their letter. */
const companyFor = async ({ platform, step }: ConsoleStage, { user, person }: Owner) => {
  const company = companies.find((one) => one.outcome === 'consistent' && one.idNumber !== person.idNumber)
  if (!company) throw new Error('the catalogue has no such company')
  const { id, status } = await askAboutCompany(platform, user, company)
  step(`an enterprise, looked up in the register: ${status}`)
  const licence = await uploadPicture(platform, user, 'business_licence', drawnPage(11))
  const letter = await uploadPicture(platform, user, 'authorisation_letter', drawnPage(12))
  const signed = beijingDay(Date.parse(letter.createdAt))
  const papers = [
    { kind: 'business_licence' as const, day: 'open' },
    { kind: 'authorisation_letter' as const, day: signed },
  ]
  step('the licence has no end, and the letter counts for 90 days')
  return { applicant: id, materials: [licence.id, letter.id], papers }
}

const beginning = async (stage: ConsoleStage, owner: Owner, { from, isOfCompany }: Walk) => {
  const applying: Applying = await appOfPerson(stage.platform, owner.user, from)
  return isOfCompany ? { ...applying, ...(await companyFor(stage, owner)) } : { ...applying, materials: [], papers: [] }
}

const walk = async (stage: ConsoleStage, owner: Owner, reviewer: OnConsole, of: Walk): Promise<string> => {
  const { platform, step } = stage
  const { user, person } = owner
  const { apps, applications } = platform.shiming.withSession(user.token)
  const { app, applicant, materials, papers } = await beginning(stage, owner, of)
  const asked = { app, applicant, materials, papers, certifiedName: of.to }
  const wrong = await applications.preCheck({ ...asked, certifiedName: `${of.to}小程序` })
  step(
    `looked at for nothing: ${wrong.faults.map(({ code }) => code).join(', ')}; it would cost ${wrong.fee.amountFen} fen`,
  )
  const { id } = await sendIn(platform, { user, app, applicant }, { certifiedName: of.to, materials, papers })
  // A code may be asked for again by then.
  await platform.pass('61s')
  const confirm = of.by === 'face' ? confirmByFace : confirmByPicture
  const confirmed = await confirm(platform, user, id, person.idNumber)
  step(`${of.from} → ${of.to} confirmed by ${of.by}: ${confirmed.status}`)
  await payFee(platform, user, id)
  await certify(platform, reviewer, of.namingReason)
  const { status, naming, fee } = await applications.get(id)
  const { name } = await apps.get(app)
  step(`people say ${status}, and of the name ${naming.verdict}: the app is called ${name}`)
  return `${status} ${name} ${fee.amountFen}`
}

/** Somebody who is verified rises to the level that certifying for themselves takes, by a card of their own. */
const ownerAt = async ({ platform, step }: ConsoleStage, person: Person): Promise<Owner> => {
  await platform.pass('61s')
  const user = await signIn(platform, person.phone)
  await platform.pass('61s')
  await typeCard(platform, user, { phone: user.phone })
  await platform.pass('2s')
  const { level } = await platform.shiming.withSession(user.token).account.level()
  step(`a card besides: their level is ${level}`)
  return { user, person }
}

/**
 * W2 W3 W5 W6 apps of somebody at level 2 are certified: for themselves, for an enterprise, and by a name that is refused. Answers whether each ended as it must.
 */
export const certificationsHold = async (
  stage: ConsoleStage,
  person: Person,
  say: (line: string) => void,
): Promise<boolean> => {
  say('\napps are certified')
  const owner = await ownerAt(stage, person)
  let held = true
  for (const [nth, of] of walks.entries()) {
    say(`\n${of.name}`)
    // So many codes go to one number in an hour.
    await stage.platform.pass('61m')
    // By then whoever reviewed before is signed out.
    const reviewer = await operatorAt(stage, `zhao-${nth + 1}`, 'reviewer')
    const ended = await walk(stage, owner, reviewer, of)
    held &&= ended === of.ends
    say(`${of.name}: ${ended} ${ended === of.ends ? 'ok' : 'WRONG'}`)
  }
  return held
}
