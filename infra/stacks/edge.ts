import { Annotations, CfnOutput, Stack } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import { type HttpApi, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2'
import type { Construct } from 'constructs'
import { rateAlarm, WINDOW } from '../constructs/alarm.ts'
import { keptLog } from '../constructs/log.ts'
import { dashboard } from '../dashboard.ts'
import type { Site } from '../site.ts'

/** For the whole API, per second and at once; limits that depend on who calls are the functions' own. */
const THROTTLE = { rateLimit: 500, burstLimit: 1_000 }

/** Every function has an alarm of its own, which rings at fewer. */
const LEAST = 10

/** The route's key, never the path: a path may carry an id. */
const line = JSON.stringify({
  at: '$context.requestTime',
  requestId: '$context.requestId',
  ip: '$context.identity.sourceIp',
  route: '$context.routeKey',
  status: '$context.status',
  latencyMs: '$context.responseLatency',
  integrationStatus: '$context.integrationStatus',
  error: '$context.error.message',
})

/**
 * Publishes the API: last of all, so that every route is there. There is no `$default` route: a path nobody serves gets API
 * Gateway's own 404, as its own 413 and 429 do, and strangers' scans start no function of ours.
 */
export const edgeStack = (scope: Construct, site: Site, api: HttpApi): Stack => {
  const { name, config } = site
  const stack = new Stack(scope, name('edge'))
  const accessLog = keptLog(stack, 'AccessLog', config.stage)
  const stage = new HttpStage(stack, 'Stage', {
    httpApi: api,
    stageName: '$default',
    autoDeploy: true,
    throttle: THROTTLE,
    accessLogSettings: { destination: new LogGroupLogDestination(accessLog), format: AccessLogFormat.custom(line) },
  })
  const sum = { statistic: 'Sum', period: WINDOW }
  rateAlarm(stack, 'Alarm', {
    failed: stage.metricServerError(sum),
    all: stage.metricCount(sum),
    counted: 'requests',
    least: LEAST,
    impact: 'callers get no proper answer',
    advice: `the API ${name('api')} answers 5xx. Its access log names the routes; the log of their function says why, and 503 may be a vendor that is out of reach`,
    topicArn: config.alarmTopicArn,
  })
  if (config.stage === 'production' && !config.alarmTopicArn) {
    Annotations.of(stack).addWarningV2('shiming:silent', 'ALARM_TOPIC_ARN is not set, so alarms notify nobody')
  }
  dashboard(stack, site, stage)
  new CfnOutput(stack, 'ApiEndpoint', { value: api.apiEndpoint, description: 'What the public address leads to' })
  return stack
}
