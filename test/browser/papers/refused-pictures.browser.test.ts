import { describe, expect } from 'vitest'
import { refusalWords } from '../../../functions/material/picture/refusal-words.ts'
import { signIn } from '../../../local/demo/user.ts'
import { test } from '../browser-test.ts'
import { glanced } from '../looks/judged.ts'
import { signedIn } from '../visit/signed-in.ts'
import { darkPicture, emptyFile, goodPicture, hugeFile, renamedText, tinyGif } from './chosen-file.ts'

describe('P10 files that are no use as pictures', () => {
  test('are refused each with what to do better, and everything else of the form is kept', async ({
    open,
    instance,
  }) => {
    const { platform } = instance
    const page = await open()
    await signedIn(page, await signIn(platform, (await instance.person('match')).phone))
    await page.goto('/papers?document=passport')
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByLabel('姓名').fill('Anna Example')
    await page.getByLabel('证件号码').fill('E7000001')
    await page.getByLabel('签发国家代码').fill('USA')
    await page.getByLabel('出生日期').fill('18900228')
    await page.getByLabel('有效期至').fill('20991231')
    await page.getByRole('button', { name: '下一步' }).click()
    const holder = page.getByRole('group', { name: /本人手持证件的照片/ })
    await page.locator('#holder-file').setInputFiles(goodPicture(6))
    await holder.getByText('已上传，正在检查是否清晰……').waitFor()
    await platform.pass('0s')
    await holder.getByText('已收下，可以使用。').waitFor()

    const document = page.getByRole('group', { name: /证件的资料页/ })
    const files = [
      ['empty', emptyFile()],
      ['wrong_format', renamedText()],
      ['too_big', hugeFile()],
      ['too_small', tinyGif()],
      ['too_dark', darkPicture()],
    ] as const
    for (const [why, file] of files) {
      await page.locator('#document_page-file').setInputFiles(file)
      if (why === 'too_small' || why === 'too_dark') {
        await document.getByText('已上传，正在检查是否清晰……').waitFor()
        await platform.pass('0s')
      }
      await document.getByText(refusalWords[why].zh).waitFor()
      await page.getByRole('button', { name: '下一步' }).click()
      await page
        .getByRole('alert')
        .getByText(/^还不能使用.*证件的资料页/)
        .waitFor()
      await holder.getByText('已收下，可以使用。').waitFor()
    }
    await glanced(page, 'papers-picture-refused')
    await page.getByRole('link', { name: '上一步' }).click()
    expect(await page.getByLabel('姓名').inputValue()).toBe('Anna Example')
    expect(await page.getByLabel('证件号码').inputValue()).toBe('E7000001')
    await page.getByRole('button', { name: '下一步' }).click()

    await page.locator('#document_page-file').setInputFiles(goodPicture(7))
    await document.getByText('已上传，正在检查是否清晰……').waitFor()
    await platform.pass('0s')
    await document.getByText('已收下，可以使用。').waitFor()
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByRole('heading', { level: 1, name: '核对并提交' }).waitFor()
  })
})
