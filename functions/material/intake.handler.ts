import { worker } from '../../shared/queue/worker.ts'
import { clock, env } from '../../shared/runtime/environment.ts'
import { materialVault } from '../../shared/runtime/material-vault.ts'
import { filesNamed } from '../../shared/runtime/objects.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { readUploadEvent } from './intake/read-upload-event.ts'
import { type IntakeDeps, takeUpload } from './intake/take-upload.ts'
import { materialSettings } from './settings.ts'

const deps: IntakeDeps = {
  table: tableNamed('TABLE'),
  intake: filesNamed('BUCKET_INTAKE'),
  files: filesNamed('BUCKET_MATERIALS'),
  vault: materialVault,
  clock,
  settings: deployed(materialSettings),
  // The decoder is large: it is loaded with the first picture.
  takePicture: async (...of) => (await import('./picture/take-picture.ts')).takePicture(...of),
}

export const handler = worker(
  observer,
  'material',
  ({ id }) => takeUpload(deps, id),
  readUploadEvent(env('BUCKET_INTAKE')),
)
