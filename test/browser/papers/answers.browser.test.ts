import { describe, expect } from 'vitest'
import { getReviewRoute } from '../../../functions/review/user.route.ts'
import { test } from '../browser-test.ts'
import { glanced } from '../looks/judged.ts'
import { signedIn } from '../visit/signed-in.ts'
import { heldPapers } from './asked.ts'
import { goodPicture, renamedText } from './chosen-file.ts'

describe('P10 a picture that is asked for anew', () => {
  test('is the only one that the case takes, is handed in without a word, and the papers are approved', async ({
    open,
    instance,
  }) => {
    const papers = await heldPapers(instance, 'asks-again')
    const page = await open()
    await signedIn(page, papers.user)
    await page.goto(`/cases/${papers.review}`)
    await page.getByText(/^最迟答复时间/).waitFor()
    await glanced(page, 'case-open')
    await papers.ask('holder_again')
    await page.reload()
    await page.getByText('请重新拍摄本人手持证件的照片。').waitFor()
    expect(await page.getByRole('group').allTextContents()).toEqual([expect.stringContaining('本人手持证件的照片')])
    await page.getByLabel('补充说明（可不填）').waitFor()
    await page.getByRole('button', { name: '提交答复' }).click()
    await page.getByRole('alert').getByText('还缺少：本人手持证件的照片').waitFor()

    const chosen = page.locator('#answer-holder-file')
    await chosen.setInputFiles(renamedText())
    await page.getByText(/只能上传 JPEG 或 PNG 图片/).waitFor()
    await chosen.setInputFiles(goodPicture(5))
    await page.getByText('已上传，正在检查是否清晰……').waitFor()
    await instance.platform.pass('0s')
    await page.getByText('已收下，可以使用。').waitFor()
    await glanced(page, 'case-answer-picture')
    // A phone may end the page while its camera is open.
    await page.reload()
    await page.getByText('照片已上传。为保护您，刷新后不再显示。').waitFor()
    await page.getByRole('button', { name: '提交答复' }).click()
    await page.getByText('附有 1 张照片。').waitFor()
    await page.getByText(/^处理中/).waitFor()
    const { user, review } = papers
    const told = await instance.platform.must(getReviewRoute, { token: user.token, params: { id: review } })
    expect(told.asked[0]?.answer).toMatchObject({ text: null, materials: [expect.any(String)] })

    await papers.approve()
    await page.reload()
    await page.getByText(/账号完成实名/).waitFor()
    await glanced(page, 'case-approved')
    await page.getByRole('main').getByRole('link', { name: '我的账号' }).click()
    await page.getByRole('heading', { level: 1, name: '我的账号' }).waitFor()
  })

  test('may be left out for words, beside those that were asked for; in English too', async ({ open, instance }) => {
    const papers = await heldPapers(instance, 'asks-both')
    const page = await open({ device: 'desktop', language: 'en' })
    await signedIn(page, papers.user)
    await papers.ask('document_back', 'explanation')
    await page.goto(`/cases/${papers.review}`)
    const send = page.getByRole('button', { name: 'Send the answer' })
    await send.click()
    await page.getByRole('alert').getByText('Write what it is about, in at most 1000 characters.').waitFor()
    await page.getByRole('alert').getByText('Still missing: The other side of the document').waitFor()
    await page.getByLabel('I cannot take what was asked for, and say why below').check()
    await send.click()
    await page.getByRole('alert').getByText('Say why it cannot be taken, in at most 1000 characters.').waitFor()
    await glanced(page, 'case-answer-words')
    await page.getByLabel('Your answer').fill('A passport has no other side.')
    await send.click()
    await page.getByText('A passport has no other side.').waitFor()
    await page.getByText('Being dealt with').waitFor()
  })

  test('comes too late once the time is over, and what was typed stays', async ({ open, instance }) => {
    const papers = await heldPapers(instance, 'asks-late')
    const page = await open()
    await signedIn(page, papers.user)
    await papers.ask('explanation')
    await page.goto(`/cases/${papers.review}`)
    const words = page.getByLabel('答复', { exact: true })
    await words.fill('证件上的名字是旧的。')
    await instance.platform.pass('8d')
    await page.getByRole('button', { name: '提交答复' }).click()
    await page.getByRole('alert').getByText('这件申请已经结束，结果见申请详情。').waitFor()
    expect(await words.inputValue()).toBe('证件上的名字是旧的。')
    await page.reload()
    await page.getByText(/没有在期限内收到补充/).waitFor()
    await page.getByRole('link', { name: '重新提交材料' }).waitFor()
  })
})

describe('P10 papers that were refused', () => {
  test('lead to papers anew, to an appeal, and after that to a person', async ({ open, instance }) => {
    const papers = await heldPapers(instance, 'refuses')
    const page = await open()
    await signedIn(page, papers.user)
    await papers.refuse('unreadable')
    await page.goto(`/cases/${papers.review}`)
    await page.getByText(/照片看不清或不完整/).waitFor()
    await page.getByRole('link', { name: '请人工帮助' }).waitFor()
    await glanced(page, 'case-refused')
    await page.getByRole('link', { name: '重新提交材料' }).click()
    await page.getByRole('heading', { level: 1, name: '人工核验' }).waitFor()
    await page.goBack()
    await page.getByLabel('为什么认为结果有误').fill('照片是清楚的，请再看一次。')
    await page.getByRole('button', { name: '提交申诉' }).click()
    await page.getByText(/^处理中/).waitFor()
    await page.getByRole('link', { name: '查看原申请' }).click()
    await page.getByRole('link', { name: '查看申诉' }).waitFor()
    expect(await page.getByRole('link', { name: '重新提交材料' }).count()).toBe(0)
    await page.getByRole('link', { name: '请人工帮助' }).click()
    await page.getByRole('link', { name: '先前的一件申请' }).waitFor()
    expect(new URL(page.url()).searchParams.get('about')).toBe(papers.review)
  })
})
