{{- define "notes.fullname" -}}
{{- if contains .Chart.Name .Release.Name }}{{ .Release.Name | trunc 50 | trimSuffix "-" }}{{ else }}{{ printf "%s-%s" .Release.Name .Chart.Name | trunc 50 | trimSuffix "-" }}{{ end }}
{{- end }}

{{- define "notes.image" -}}
{{ .context.Values.image.repository }}/ambient-gpt-{{ .component }}:{{ .context.Values.image.tag | default .context.Chart.AppVersion }}
{{- end }}

{{- define "notes.selectorLabels" -}}
app.kubernetes.io/name: {{ .context.Chart.Name }}
app.kubernetes.io/instance: {{ .context.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- end }}

{{- define "notes.labels" -}}
{{ include "notes.selectorLabels" . }}
app.kubernetes.io/part-of: {{ .context.Chart.Name }}
app.kubernetes.io/version: {{ .context.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .context.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .context.Chart.Name .context.Chart.Version | replace "+" "_" }}
{{- end }}

{{- /* What every pod has: it may do nothing but what it is for. */ -}}
{{- define "notes.pod" -}}
automountServiceAccountToken: false
enableServiceLinks: false
{{- with .Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
securityContext:
  runAsNonRoot: true
  seccompProfile:
    type: RuntimeDefault
{{- end }}

{{- define "notes.container" -}}
imagePullPolicy: {{ .Values.image.pullPolicy }}
securityContext:
  allowPrivilegeEscalation: false
  capabilities:
    drop: [ALL]
  readOnlyRootFilesystem: true
{{- end }}

{{- /* Time for the Service to forget a pod before it stops; needs no shell. */ -}}
{{- define "notes.lifecycle" -}}
lifecycle:
  preStop:
    sleep:
      seconds: 5
{{- end }}

{{- define "notes.javaProbes" -}}
startupProbe: # five minutes, since a small CPU share makes the start slow
  httpGet: { path: /actuator/health/liveness, port: http }
  periodSeconds: 2
  failureThreshold: 150
livenessProbe:
  httpGet: { path: /actuator/health/liveness, port: http }
readinessProbe:
  httpGet: { path: /actuator/health/readiness, port: http }
  periodSeconds: 5
{{- end }}

{{- define "notes.bridgeSecret" -}}
{{- .Values.bridge.existingSecret | default (printf "%s-bridge" (include "notes.fullname" .)) }}
{{- end }}

{{- define "notes.replicas" -}}
{{- if not (kindIs "invalid" .) }}
replicas: {{ . }}
{{- end }}
{{- end }}
