import { describe, expect, it } from 'vitest'
import { openEyes } from '../../functions/documents/recognition/local/open-eyes.ts'
import { readTexts } from '../../functions/documents/recognition/read-card.ts'
import { openPixels } from '../../functions/material/picture/open-pixels.ts'
import { companies } from '../../functions/sandbox/register/companies.ts'
import { licenceSightBy } from '../../functions/sandbox/see-licence.ts'
import { licencePicture } from '../documents/specimens/licence.ts'

const seeing = { open: openPixels, eyes: openEyes, terms: { sharpness: 6, dark: 60, bright: 253 } }
const sight = licenceSightBy(async (picture) => {
  const texts = await readTexts(seeing, picture)
  return typeof texts === 'string' ? texts : texts.lines.map(({ text }) => text)
})

describe('M3 a licence of a test company, as the stand-in sees it', () => {
  it.each(companies.slice(0, 5).map((company) => [company.note, company] as const))('%s', async (_note, company) => {
    const shown = await sight(await licencePicture(company))
    expect(shown).toMatchObject({ kind: 'licence', creditCode: company.creditCode, setOn: '2018年09月25日' })
    if (shown.kind !== 'licence') throw new Error('nothing was seen')
    // Brackets and rare characters are where eyes err.
    expect(shown.name.slice(0, 4)).toBe(company.name.slice(0, 4))
    expect([...shown.person]).toHaveLength([...company.legalRepresentative].length)
  })

  it('is none where the bytes are no picture', async () => {
    expect(await sight(Buffer.from('none'))).toEqual({ kind: 'unseen', because: 'no_picture' })
  })
})
