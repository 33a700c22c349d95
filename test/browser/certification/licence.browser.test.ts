import { describe, expect } from 'vitest'
import { companies } from '../../../functions/sandbox/register/companies.ts'
import { signIn } from '../../../local/demo/user.ts'
import { test } from '../browser-test.ts'
import { glanced } from '../looks/judged.ts'
import { goodPicture } from '../papers/chosen-file.ts'
import { signedIn } from '../visit/signed-in.ts'

const [company] = companies
if (!company) throw new Error('the catalogue has no company')

/** What a reader that is on here would say of a photo of that licence (test/flows/licences.deep.test.ts has one read it). */
const onPhoto = {
  creditCode: company.creditCode,
  companyName: company.name,
  legalRepresentative: company.legalRepresentative,
  ...{ registeredOn: null, registeredUntil: 'open' },
}

describe('W2 a licence that is read off a photo, on the page of applicants', () => {
  test('is offered where somebody reads it, asks for consent, fills in what is empty, and tells what was typed otherwise', async ({
    open,
    instance,
  }) => {
    const { platform } = instance
    const user = await signIn(platform, (await instance.person('match')).phone)
    const page = await open({ language: 'en', device: 'desktop' })
    await signedIn(page, user)
    await page.route('**/v1/applicant-terms', async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, json: { ...(await response.json()), readsLicences: true } })
    })
    const asked: unknown[] = []
    await page.route('**/v1/licences/readings', async (route) => {
      asked.push(route.request().postDataJSON())
      await route.fulfill({ json: { licence: onPhoto, doubts: ['copy'], unlike: ['legalRepresentative'] } })
    })
    await page.goto('/developer/applicants')
    await page.getByRole('textbox', { name: 'Name of the legal representative' }).fill('别人')
    await page.getByText('Fill in from a photo of the licence').click()
    await page.getByRole('button', { name: 'Read it and fill in' }).click()
    await page.setViewportSize({ width: 390, height: 900 })
    await glanced(page, 'licence-asked')
    expect(asked).toEqual([])
    await page.locator('#licence').setInputFiles(goodPicture(4))
    await page.getByText('Uploaded; looking whether it can be read …').waitFor()
    await platform.pass('0s')
    await page.getByText('Taken; it can be used.').waitFor()
    await page.locator('#agreed-licence').check()
    await page.getByRole('button', { name: 'Read it and fill in' }).click()
    await page.getByText('What stands on the photo is not what you typed', { exact: false }).waitFor()
    await page.getByText('The photo has no colours', { exact: false }).waitFor()
    await glanced(page, 'licence-unlike')
    await page.setViewportSize({ width: 1280, height: 900 })
    await glanced(page, 'licence-unlike-wide')
    expect(asked).toMatchObject([{ typed: { legalRepresentative: '别人' }, consent: { agreed: true } }])
    expect(await page.getByRole('textbox', { name: 'Credit code' }).inputValue()).toBe(company.creditCode)
    expect(await page.getByRole('textbox', { name: 'Whole name of the organisation' }).inputValue()).toBe(company.name)
    await page.getByRole('button', { name: 'Take what is on the photo Legal representative' }).click()
    const name = page.getByRole('textbox', { name: 'Name of the legal representative' })
    expect(await name.inputValue()).toBe(company.legalRepresentative)
    await page.getByText('nothing that you typed stands otherwise', { exact: false }).waitFor()
  })
})
