import { companies } from '../../functions/sandbox/register/companies.ts'
import { typeCard } from './card.ts'
import { appOfPerson, askAboutCompany, certify, confirmByFace, confirmByPicture, payFee } from './certification.ts'
import type { ConsoleStage } from './console.ts'
import { operatorAt } from './operator.ts'
import { uploadPicture } from './papers.ts'
import { drawnPage } from './picture.ts'
import { codeToScan, moneyAtChannel, type Person, scan, signIn, submit, type User } from './user.ts'

/** Somebody who is verified by their number; whoever certifies for themselves proves a card besides. */
const verify = async ({ platform }: ConsoleStage, person: Person): Promise<User> => {
  await platform.pass('61s')
  const user = await signIn(platform, person.phone)
  const { order } = await submit(platform, user, person, 'fee')
  const { codeUrl } = await codeToScan(platform, user, order.id)
  await scan(platform, codeUrl)
  await platform.pass('61s')
  return user
}

/**
 * W2 W3 W5 W6 W8 the app of a person, and the app of a company whose name is refused, are looked at for nothing, confirmed, paid for, looked at by a person and
 * certified: one under its new name, the other under its own. Answers whether it was so.
 */
export const certificationsHold = async (
  stage: ConsoleStage,
  { person, other }: { person: Person; other: Person },
  say: (line: string) => void,
): Promise<boolean> => {
  const { platform, step } = stage
  say('\nthe certification of apps')
  const reviewer = await operatorAt(stage, 'certification-demo', 'reviewer')
  const user = await verify(stage, person)
  await typeCard(platform, user, { phone: user.phone })
  await platform.pass('61s')
  const mine = await appOfPerson(platform, user, '小园香径')
  const { applications, apps } = platform.shiming.withSession(user.token)
  const asked = { app: mine.app, applicant: mine.applicant }
  const wrong = await applications.preCheck({ ...asked, certifiedName: '小园香径小程序' })
  step(`before any fee: ${wrong.faults.map(({ code }) => code).join(', ')}`)
  const { id } = await applications.create({ ...asked, certifiedName: '小园香径花艺' })
  const sent = await applications.submit(id)
  step(`${sent.names.from} becomes ${sent.names.to}, for ${sent.fee.amountFen} fen`)
  await confirmByPicture(platform, user, id, person.idNumber)
  const { outTradeNo } = await payFee(platform, user, id)
  await certify(platform, reviewer)
  const app = await apps.get(mine.app)
  step(`the app of a person is called ${app.name}, and is certified as ${app.certifiedName}`)

  const company = companies.find((one) => one.outcome === 'consistent' && one.idNumber !== other.idNumber)
  if (!company) throw new Error('the catalogue has no such company')
  const clerk = await verify(stage, other)
  const theirs = platform.shiming.withSession(clerk.token)
  const applicant = await askAboutCompany(platform, clerk, company)
  step(`the register says of ${company.name}: ${applicant.status}`)
  const { id: shop } = await theirs.apps.create({ kind: 'app', name: '小桥流水' })
  const licence = await uploadPicture(platform, clerk, 'business_licence', drawnPage(21))
  const letter = await uploadPicture(platform, clerk, 'authorisation_letter', drawnPage(22))
  const body = { app: shop, applicant: applicant.id, certifiedName: '小桥流水商城', materials: [licence.id, letter.id] }
  const { id: second } = await theirs.applications.create(body)
  await theirs.applications.submit(second)
  await platform.pass('61s')
  await confirmByFace(platform, clerk, second, other.idNumber)
  const fee = await payFee(platform, clerk, second)
  await certify(platform, reviewer, 'name_misleading')
  const kept = await theirs.apps.get(shop)
  step(`the app of a company keeps its name, ${kept.name}, and is certified all the same`)
  const paid = [await moneyAtChannel(platform, outTradeNo), await moneyAtChannel(platform, fee.outTradeNo)]
  const held =
    wrong.faults.some(({ code }) => code === 'app_name_word') &&
    [app.name, app.certifiedName, kept.name, kept.certifiedName].join() ===
      ['小园香径花艺', '小园香径花艺', '小桥流水', '小桥流水'].join() &&
    paid.map(({ paidFen, refundedFen }) => paidFen - refundedFen).join() === '3000,30000'
  say(`the certification of apps: ${held ? 'ok' : 'WRONG'}`)
  return held
}
