import { openEyes } from '../../../functions/documents/recognition/local/open-eyes.ts'
import { recogniserInHouse } from '../../../functions/documents/recognition/read-card.ts'
import { openPixels } from '../../../functions/material/picture/open-pixels.ts'
import { TERMS } from '../../material/terms.ts'

/** The recogniser in the house, as it is deployed. */
export const inHouse = recogniserInHouse({ open: openPixels, eyes: openEyes, terms: TERMS })

/** A day of this project; the specimens are valid on it. */
export const TODAY = Date.parse('2026-11-20T12:00:00+08:00')
