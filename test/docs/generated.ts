import { openApiText } from '../../infra/openapi/document.ts'
import { errorsPage } from './errors-page.ts'
import { rulesIndex } from './rules-index.ts'
import { sandboxPage } from './sandbox-page.ts'
import { settingsPage } from './settings-page.ts'
import { statesPage } from './states-page.ts'

/** The pages that are made from code: each file by its path from the root, and what belongs in it. */
export const generated: readonly { file: string; make: () => string | Promise<string> }[] = [
  { file: 'docs/errors.md', make: errorsPage },
  { file: 'docs/openapi.json', make: () => openApiText('service') },
  { file: 'docs/openapi.sandbox.json', make: () => openApiText('sandbox') },
  { file: 'docs/rules-index.md', make: rulesIndex },
  { file: 'docs/sandbox.md', make: sandboxPage },
  { file: 'docs/settings.md', make: settingsPage },
  { file: 'docs/states.md', make: statesPage },
]
