import { describe, expect, it } from 'vitest'
import { uploadName } from '../../../functions/material/file-names.ts'
import { takeUpload } from '../../../functions/material/intake/take-upload.ts'
import { openUpload } from '../../../functions/material/issuing/open-upload.ts'
import { takePicture } from '../../../functions/material/picture/take-picture.ts'
import { claimOf } from '../../account/fixture.ts'
import { valueIn } from '../../kit.ts'
import { enter } from '../../world.ts'
import { hostilePictures } from '../hostile-pictures.ts'
import { materialAt, untilQuiet, world } from '../world.ts'

describe('P10 several hundred files that mean harm or were harmed, uploaded by somebody', () => {
  const PARTS = 6
  it.each(Array.from({ length: PARTS }, (_none, part) => part))(
    'are each refused by name or taken, and of those that are refused nothing is left, at once and later: part %i',
    async (part) => {
      const at = { ...world(), takePicture }
      const wrong: object[] = []
      const files = await hostilePictures()
      for (const { name, type, bytes, expected } of files.filter((_one, nth) => nth % PARTS === part)) {
        const { token } = await enter(at)
        const asked = { kind: 'document_page', type } as const
        const { id } = valueIn(await openUpload(at, claimOf(token), asked)).material
        await at.intake.put(uploadName(id), bytes, type)
        const was = await takeUpload(at, id)
        const { status, because, wrappedKey } = materialAt(at, id)
        const kept = [at.intake.files.size, at.files.files.size, wrappedKey === undefined ? 0 : 1]
        const isAsSaid =
          expected === 'taken' ? status === 'stored' && was === 'taken' : status === 'refused' && because === expected
        const isClean = kept.join() === (expected === 'taken' ? '0,1,1' : '0,0,0')
        await untilQuiet(at, { id })
        const later = at.intake.files.size + at.files.files.size
        if (!isAsSaid || !isClean || later > 0) wrong.push({ name, expected, was, because, kept, later })
      }
      expect(files.length / PARTS).toBeGreaterThan(30)
      expect(wrong).toEqual([])
    },
  )
})
