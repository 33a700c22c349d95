import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { companies } from '../../../functions/sandbox/register/companies.ts'
import { certify } from '../../../local/demo/certification.ts'
import { operatorAt } from '../../../local/demo/operator.ts'
import { codeToScan, scan } from '../../../local/demo/user.ts'
import { DAY } from '../../../shared/kernel/time.ts'
import { verifiedUser } from '../../flows/way.ts'
import { test } from '../browser-test.ts'
import { glanced } from '../looks/judged.ts'
import { goodPicture } from '../papers/chosen-file.ts'
import { signedIn } from '../visit/signed-in.ts'

const at = (page: Page, width: number) => page.setViewportSize({ width, height: 900 })

/** One that is what the register says, and that somebody else represents. */
const companyNotOf = ({ idNumber }: { idNumber: string }) => {
  const found = companies.find((one) => one.outcome === 'consistent' && one.idNumber !== idNumber)
  if (!found) throw new Error('no test company is consistent')
  return found
}

/** Types an organisation into the form for one. */
const typed = async (page: Page, company: ReturnType<typeof companyNotOf>): Promise<void> => {
  await page.getByRole('radio', { name: /^Enterprise/ }).check()
  await page.getByRole('textbox', { name: 'Credit code' }).fill(company.creditCode)
  await page.getByRole('textbox', { name: 'Whole name of the organisation' }).fill(company.name)
  await page.getByRole('textbox', { name: 'Name of the legal representative' }).fill(company.legalRepresentative)
  await page.getByRole('textbox', { name: 'ID number of the legal representative' }).fill(company.idNumber)
}

describe('W2 W4 W8 the certification of an app of an enterprise, on its pages in English', () => {
  test('adds the enterprise, has it looked up, hands in licence and letter, confirms by face, pays, and is certified', async ({
    open,
    instance,
  }) => {
    const { platform } = instance
    const { user, person } = await verifiedUser(instance, 'fee')
    await platform.pass('2m')
    const mine = platform.shiming.withSession(user.token)
    const { id: app } = await mine.apps.create({ kind: 'website', name: 'Longwind Reader' })
    const page = await open({ language: 'en', device: 'desktop' })
    await signedIn(page, user)

    await page.goto('/developer/applicants')
    await page.getByRole('heading', { level: 1, name: 'Applicants' }).waitFor()
    await page.getByText('No applicant yet.').waitFor()
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByText('Fill in: Credit code.').first().waitFor()
    await at(page, 390)
    await glanced(page, 'applicants-wrong')
    const company = companyNotOf(person)
    await typed(page, company)
    await page.getByRole('button', { name: 'Add', exact: true }).dblclick()
    await page.getByText('Added, and listed above.', { exact: true }).waitFor()
    await page.getByRole('heading', { name: company.name }).waitFor()
    expect((await mine.applicants.list()).applicants).toHaveLength(1)
    await page.getByRole('button', { name: 'Have it looked up in the register' }).click()
    await at(page, 1280)
    await glanced(page, 'applicants-unchecked')
    await page.getByRole('checkbox').check()
    await page.getByRole('button', { name: 'Have it looked up in the register' }).click()
    await page.getByText('is what the register says').waitFor()
    await glanced(page, 'applicants-consistent')

    await page.goto(`/developer/apps/${app}/certification`)
    await page.getByRole('radio', { name: new RegExp(`^${company.name.slice(0, 6)}`) }).check()
    await page.getByRole('button', { name: 'Begin' }).click()
    await page.getByRole('heading', { level: 1, name: 'Certification of Longwind Reader' }).waitFor()
    await page.getByText('¥300.00').first().waitFor()
    await page.getByRole('button', { name: 'Send it in' }).click()
    await page.getByText('2 things to change').first().waitFor()
    await page.getByText('A letter of authorisation to copy').click()
    await at(page, 390)
    await glanced(page, 'certification-enterprise')
    for (const [place, seed] of [
      ['business_licence-1', 1],
      ['authorisation_letter-1', 2],
    ] as const) {
      const taken = page.getByText('Taken; it can be used.')
      const before = await taken.count()
      await page.locator(`#${place}`).setInputFiles(goodPicture(seed))
      await page.getByText('Uploaded; looking whether it can be read …').waitFor()
      await platform.pass('0s')
      await taken.nth(before).waitFor()
    }
    await page.getByRole('checkbox', { name: 'It has no end' }).check()
    await page.getByRole('button', { name: 'Send it in' }).click()
    await page.getByText('One thing to change').first().waitFor()
    const [begun] = (await mine.applications.list().page()).items
    const signed = new Date(Date.parse(begun?.createdAt ?? '') - 2 * DAY).toISOString().slice(0, 10)
    await page.getByLabel('The letter was signed on').fill(signed)
    await glanced(page, 'certification-paper-days')
    await page.getByRole('button', { name: 'Send it in' }).click()

    await page.getByRole('heading', { name: 'Confirm the application' }).waitFor()
    await page.getByText('It keeps its name “Longwind Reader”').waitFor()
    await page.getByRole('checkbox').check()
    await page.getByRole('button', { name: 'Begin' }).click()
    await page.getByRole('heading', { name: 'Please show your face' }).waitFor()
    await at(page, 1280)
    await glanced(page, 'certification-face')
    const [check] = (await mine.faceChecks.list().page()).items
    const body = new URLSearchParams({ deed: 'pass_and_stay' })
    await fetch(check?.page?.url ?? '', { method: 'POST', body, redirect: 'manual' })
    await platform.pass('3s')
    await page.getByText('Your face was confirmed; go on with the code.').waitFor()
    await page.getByRole('textbox', { name: 'Mobile number' }).fill(person.phone)
    await page.getByRole('button', { name: 'Send me a code' }).click()
    await page.getByText('A code was sent to', { exact: false }).waitFor()
    await page.locator('#smsCode').fill(await platform.sandbox.codeFor(person.phone))
    await page.getByRole('textbox', { name: 'Last four of the ID number' }).fill(person.idNumber.slice(-4))
    await page.getByRole('button', { name: 'Confirm the application' }).click()

    await page.getByRole('heading', { name: 'Pay the fee' }).waitFor()
    await page.getByRole('button', { name: 'Pay ¥300.00' }).click()
    await page.getByText('WeChat Pay').first().waitFor()
    const [order] = (await mine.orders.list().page()).items.filter(({ kind }) => kind === 'certification')
    const { codeUrl } = await codeToScan(platform, user, order?.id ?? '')
    await scan(platform, codeUrl)
    await platform.pass('2s')
    await page.getByRole('heading', { name: 'People look at it' }).waitFor()
    await certify(platform, await operatorAt(instance, 'enterprise-reviewer', 'reviewer'))
    await page.reload()
    await page.getByRole('heading', { name: 'The app is certified, and called “Longwind Reader”' }).waitFor()
    await glanced(page, 'certification-enterprise-done')
    const [application] = (await mine.applications.list().page()).items
    expect(application).toMatchObject({
      ...{ status: 'certified', kind: 'enterprise', presence: 'face' },
      papers: [
        { kind: 'business_licence', day: 'open', until: null },
        { kind: 'authorisation_letter', day: signed.replaceAll('-', ''), over: false },
      ],
    })
    await page.goto(`/developer/apps/${app}`)
    await page.getByText('The letter of authorisation counts until').waitFor()
    await glanced(page, 'certified-app-papers')
  })
})
