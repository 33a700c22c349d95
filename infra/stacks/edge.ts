import { Annotations, CfnOutput, Duration, Stack } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import { type HttpApi, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2'
import type { Construct } from 'constructs'
import { MINUTE } from '../../shared/kernel/time.ts'
import { impactAlarm } from '../constructs/alarm.ts'
import { keptLog } from '../constructs/log.ts'
import { dashboard } from '../dashboard.ts'
import type { Site } from '../site.ts'

/** For the whole API, per second and at once; limits that depend on who calls are the functions' own. */
const THROTTLE = { rateLimit: 500, burstLimit: 1_000 }

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
  impactAlarm(stack, 'Alarm', {
    metric: stage.metricServerError({ statistic: 'Sum', period: Duration.millis(5 * MINUTE) }),
    impact: 'callers get no proper answer',
    advice: `The API ${name('api')} answers 5xx; its access log names the routes`,
    threshold: 1,
    topicArn: config.alarmTopicArn,
  })
  if (config.stage === 'production' && !config.alarmTopicArn) {
    Annotations.of(stack).addWarningV2('shiming:silent', 'ALARM_TOPIC_ARN is not set, so alarms notify nobody')
  }
  dashboard(stack, site, stage)
  new CfnOutput(stack, 'ApiEndpoint', { value: api.apiEndpoint, description: 'What the public address leads to' })
  return stack
}
