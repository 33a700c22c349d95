import { type CompanyOutcome, companies } from '../../functions/sandbox/register/companies.ts'
import {
  appOfPerson,
  askAboutCompany,
  certify,
  confirmByPicture,
  payFee,
  sendIn,
} from '../../local/demo/certification.ts'
import { operatorAt } from '../../local/demo/operator.ts'
import { uploadPicture } from '../../local/demo/papers.ts'
import { drawnPage } from '../../local/demo/picture.ts'
import { credentialsFor, type Person, type User } from '../../local/demo/user.ts'
import { beijingDay } from '../../shared/kernel/time.ts'
import { documentedUser } from './applications.ts'
import type { Instance } from './instance.ts'

/** `isOfCompany`: of a company that they speak for, and not of themselves. `outcome`: what registers say of that. */
type Wanted = { name: string; reviewer: string; isOfCompany?: boolean; outcome?: CompanyOutcome }

/** An app that was certified just now, for its administrator or for a company that they speak for. */
export const certifiedApp = async (instance: Instance, wanted: Wanted) => {
  const { name, reviewer, isOfCompany = false, outcome = 'consistent' } = wanted
  const { platform } = instance
  const { user, person } = await documentedUser(instance)
  const applying = await appOfPerson(platform, user, name)
  const company = companies.find((one) => one.outcome === outcome && one.idNumber !== person.idNumber)
  if (!company) throw new Error(`no test company is ${outcome}`)
  const ofCompany = async () => {
    const { id: applicant } = await askAboutCompany(platform, user, company)
    const licence = await uploadPicture(platform, user, 'business_licence', drawnPage(11))
    const letter = await uploadPicture(platform, user, 'authorisation_letter', drawnPage(12))
    const papers = [
      { kind: 'business_licence' as const, day: 'open' },
      { kind: 'authorisation_letter' as const, day: beijingDay(Date.parse(letter.createdAt)) },
    ]
    return { applicant, more: { materials: [licence.id, letter.id], papers } }
  }
  const { applicant, more } = isOfCompany ? await ofCompany() : { applicant: applying.applicant, more: {} }
  const { id: application } = await sendIn(platform, { ...applying, applicant }, { certifiedName: name, ...more })
  await platform.pass('61s')
  await confirmByPicture(platform, user, application, person.idNumber)
  await payFee(platform, user, application)
  const operator = await operatorAt(instance, reviewer, 'reviewer')
  await certify(platform, operator)
  const mine = platform.shiming.withSession(user.token)
  const { certificate } = await mine.apps.get(applying.app)
  if (certificate === null) throw new Error('it was certified, and has no certificate')
  return { user, person, operator, mine, company, applicant, application, app: applying.app, certificate }
}

/** They sign in weeks later: a number that was idle for so long takes the last four of the ID number, too. */
export const signedInLater = async ({ platform }: Instance, { phone, idNumber }: Person): Promise<User> => {
  const credentials = { ...(await credentialsFor(platform, phone)), idLastFour: idNumber.slice(-4) }
  const { token = '', account } = await platform.shiming.sessions.create(credentials)
  return { token, accountId: account.id, phone }
}
