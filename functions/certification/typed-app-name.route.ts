import * as z from 'zod/mini'
import { shaped } from '../../shared/http/shaped.ts'
import { LONGEST_TYPED_APP_NAME } from './naming/app-name.ts'

/** The name of an app as typed; what is wrong with it is told at once, and by its own rules. */
export const typedAppName = z.string().check(
  shaped((text) => [...text].length <= LONGEST_TYPED_APP_NAME && text.isWellFormed(), {
    maxLength: LONGEST_TYPED_APP_NAME,
  }),
)
