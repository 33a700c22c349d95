import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { materialKinds } from './material.ts'
import { materialShown, uploadShown } from './material-view.ts'
import { pictureTypes } from './picture/picture.ts'

const at = { fn: 'material-upload', caller: 'session' } as const

export const openUploadRoute = route({
  ...at,
  method: 'POST',
  name: 'openUpload',
  path: '/v1/materials',
  summary:
    'Begin the upload of one picture: answers where its file goes, as a form of the given fields and the file behind them, within minutes and in that type only. What comes is looked at, turned upright, shrunk, freed of everything but the picture, and sealed; the file itself is deleted',
  bodyLimit: 1024,
  body: z.strictObject({ kind: z.enum(materialKinds), type: z.enum(pictureTypes) }),
  answers: { 201: z.strictObject({ material: materialShown, upload: uploadShown }) },
  problems: ['unauthenticated', 'too_often', 'contended'],
})

export const materialRoute = route({
  ...at,
  method: 'GET',
  name: 'getMaterial',
  path: '/v1/materials/{id}',
  summary: 'How far one picture is, and why it cannot be used where that is so; never the picture',
  answers: { 200: materialShown },
  problems: ['unauthenticated', 'not_found'],
})

export const deleteMaterialRoute = route({
  ...at,
  method: 'DELETE',
  name: 'deleteMaterial',
  path: '/v1/materials/{id}',
  summary: 'Delete a picture that is part of nothing yet; one that is gone already counts as deleted',
  answers: { 204: null },
  problems: ['unauthenticated', 'not_found', 'material_unusable'],
})
