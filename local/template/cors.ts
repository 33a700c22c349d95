import * as z from 'zod/mini'
import type { World } from './world.ts'

/** Which pages may call from a browser, and with what. */
export type CorsSpec = {
  origins: readonly string[]
  methods: readonly string[]
  headers: readonly string[]
  exposed: readonly string[]
  maxAgeSeconds: number
}

const texts = z._default(z.array(z.string()), [])
const api = z.object({
  CorsConfiguration: z.optional(
    z.object({
      AllowOrigins: texts,
      AllowMethods: texts,
      AllowHeaders: texts,
      ExposeHeaders: texts,
      MaxAge: z._default(z.number(), 0),
    }),
  ),
})

/** What the templates' HTTP API says of that; undefined where it says nothing. */
export const readCors = (world: World): CorsSpec | undefined => {
  const [only] = world.ofType('AWS::ApiGatewayV2::Api')
  const cors = only && world.read(only, api).CorsConfiguration
  return (
    cors && {
      origins: cors.AllowOrigins,
      methods: cors.AllowMethods,
      headers: cors.AllowHeaders,
      exposed: cors.ExposeHeaders,
      maxAgeSeconds: cors.MaxAge,
    }
  )
}
