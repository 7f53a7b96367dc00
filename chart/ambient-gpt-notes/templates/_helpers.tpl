{{- define "notes.fullname" -}}
{{- if contains .Chart.Name .Release.Name }}{{ .Release.Name | trunc 40 | trimSuffix "-" }}{{ else }}{{ printf "%s-%s" .Release.Name .Chart.Name | trunc 40 | trimSuffix "-" }}{{ end }}
{{- end }}

{{- define "notes.selectorLabels" -}}
app.kubernetes.io/name: {{ .context.Chart.Name }}
app.kubernetes.io/instance: {{ .context.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- end }}

{{- define "notes.labels" -}}
{{ include "notes.selectorLabels" . }}
app.kubernetes.io/part-of: {{ .context.Chart.Name }}
app.kubernetes.io/version: {{ .context.Chart.AppVersion | replace "+" "_" | quote }}
app.kubernetes.io/managed-by: {{ .context.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .context.Chart.Name .context.Chart.Version | replace "+" "_" }}
{{- with .context.Values.commonLabels }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{- /* name and labels of an object: of a component, with a suffix where it has several of a kind. */ -}}
{{- define "notes.metadata" -}}
name: {{ include "notes.fullname" .context }}-{{ .name | default .component }}
labels:
  {{- include "notes.labels" . | nindent 2 }}
{{- end }}

{{- /* An image of this project's; a digest takes the tag's place. */ -}}
{{- define "notes.image" -}}
{{- $repository := .context.Values.image.repository }}
{{- with .context.Values.global.imageRegistry }}{{ $repository = regexReplaceAll "^[^/]+" $repository . }}{{ end }}
{{- $repository }}/ambient-gpt-{{ .component }}
{{- with .digest }}@{{ . }}{{ else }}:{{ .context.Values.image.tag | default .context.Chart.AppVersion }}{{ end }}
{{- end }}

{{- /* Somebody else's image. */ -}}
{{- define "notes.otherImage" -}}
{{- $repository := .image.repository }}
{{- with .context.Values.global.imageRegistry }}{{ $repository = regexReplaceAll "^[^/]+" $repository . }}{{ end }}
{{- $repository }}{{ with .image.digest }}@{{ . }}{{ else }}:{{ .image.tag }}{{ end }}
{{- end }}

{{- /* What every pod has: it may do nothing but what it is for. */ -}}
{{- define "notes.pod" -}}
automountServiceAccountToken: false
enableServiceLinks: false
{{- with .context.Values.serviceAccount.name }}
serviceAccountName: {{ . }}
{{- end }}
{{- with .context.Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
securityContext:
  runAsNonRoot: true
  {{- with .user }}
  runAsUser: {{ . }}
  runAsGroup: {{ . }}
  fsGroup: {{ . }}
  fsGroupChangePolicy: OnRootMismatch
  {{- end }}
  seccompProfile:
    type: RuntimeDefault
{{- end }}

{{- /* What every container has. */ -}}
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

{{- /* Where a pod may run. */ -}}
{{- define "notes.scheduling" -}}
{{- with .nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .affinity }}
affinity:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{- /* The same for what may have replicas: without a word of yours they are spread over the nodes. */ -}}
{{- define "notes.spreading" -}}
{{- $v := index .context.Values .component }}
{{- include "notes.scheduling" $v }}
{{- if $v.topologySpreadConstraints }}
topologySpreadConstraints:
  {{- toYaml $v.topologySpreadConstraints | nindent 2 }}
{{- else }}
topologySpreadConstraints:
  - maxSkew: 1
    topologyKey: kubernetes.io/hostname
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels:
        {{- include "notes.selectorLabels" . | nindent 8 }}
{{- end }}
{{- with $v.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
terminationGracePeriodSeconds: {{ $v.terminationGracePeriodSeconds }}
{{- end }}

{{- /* Head of a pod template: labels and annotations. */ -}}
{{- define "notes.podMetadata" -}}
{{- $v := index .context.Values .component }}
labels:
  {{- include "notes.labels" . | nindent 2 }}
  {{- with $v.podLabels }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
{{- $annotations := merge (.annotations | default dict) $v.podAnnotations }}
{{- with $annotations }}
annotations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{- /* Environment variables by name. */ -}}
{{- define "notes.env" -}}
{{- range $name, $value := . }}
- { name: {{ $name }}, value: {{ $value | toString | quote }} }
{{- end }}
{{- end }}

{{- define "notes.javaProbes" -}}
startupProbe: # five minutes, since a small CPU share makes the start slow
  httpGet: { path: /actuator/health/liveness, port: http }
  periodSeconds: 2
  failureThreshold: 150
livenessProbe:
  httpGet: { path: /actuator/health/liveness, port: http }
  timeoutSeconds: 5
readinessProbe:
  httpGet: { path: {{ . }}, port: http }
  periodSeconds: 5
  timeoutSeconds: 5
{{- end }}

{{- /* Omitted where an autoscaler or a person decides, or Helm would fight them. */ -}}
{{- define "notes.replicas" -}}
{{- $v := index .context.Values .component }}
{{- if not (or $v.autoscaling.enabled (kindIs "invalid" $v.replicas)) }}
replicas: {{ $v.replicas }}
{{- end }}
{{- end }}

{{- /* "true" where there may be more than one pod. */ -}}
{{- define "notes.several" -}}
{{- $v := index .context.Values .component }}
{{- if or $v.autoscaling.enabled (gt (int $v.replicas) 1) }}true{{ end }}
{{- end }}

{{- /* "true" where only one pod at a time may have the api's data: a file has one writer, and a ReadWriteOnce volume one node. */ -}}
{{- define "notes.exclusive" -}}
{{- $claimed := and .Values.api.persistence.enabled (not .Values.s3.bucket) }}
{{- if or (eq .Values.database.kind "embedded") (and $claimed (not (has "ReadWriteMany" .Values.api.persistence.accessModes))) }}true{{ end }}
{{- end }}

{{- /* Whether the api has a volume: for the embedded database, and for sound that is in no bucket. */ -}}
{{- define "notes.volume" -}}
{{- if and .Values.api.persistence.enabled (or (eq .Values.database.kind "embedded") (not .Values.s3.bucket)) }}true{{ end }}
{{- end }}

{{- define "notes.claim" -}}
{{- .Values.api.persistence.existingClaim | default (printf "%s-data" (include "notes.fullname" .)) }}
{{- end }}

{{- define "notes.databaseHost" -}}
{{- if .Values.postgresql.enabled }}{{ include "notes.fullname" . }}-postgresql{{ else }}{{ .Values.database.host }}{{ end }}
{{- end }}

{{- define "notes.ollamaUrl" -}}
{{- if .Values.ollama.enabled }}http://{{ include "notes.fullname" . }}-ollama:11434{{ else }}{{ .Values.bridge.ollamaUrl }}{{ end }}
{{- end }}

{{- define "notes.languageModel" -}}
{{- .Values.api.languageModel | default (and .Values.bridge.enabled (include "notes.ollamaUrl" .) | empty | ternary "builtin" "bridge") }}
{{- end }}

{{- /* What an upgrade must not change unasked: where the data of this installation is. */ -}}
{{- define "notes.dataPlaces" -}}
ambient-gpt/database: {{ eq .Values.database.kind "embedded" | ternary "embedded" (printf "%s:%v/%s" (include "notes.databaseHost" .) .Values.database.port .Values.database.name) | quote }}
ambient-gpt/sound: {{ .Values.s3.bucket | empty | ternary "volume" (printf "s3:%s" .Values.s3.bucket) | quote }}
ambient-gpt/claim: {{ include "notes.volume" . | empty | ternary "none" (include "notes.claim" .) | quote }}
ambient-gpt/key: {{ include "notes.secret.encryption" . | quote }}
{{- end }}

{{- /* Names of Secrets: yours, or this chart's. */ -}}
{{- define "notes.secret.bridge" -}}{{ .Values.bridge.existingSecret | default (printf "%s-bridge" (include "notes.fullname" .)) }}{{- end }}
{{- define "notes.secret.login" -}}{{ .Values.login.existingSecret | default (printf "%s-login" (include "notes.fullname" .)) }}{{- end }}
{{- define "notes.secret.encryption" -}}{{ .Values.encryption.existingSecret | default (printf "%s-encryption" (include "notes.fullname" .)) }}{{- end }}
{{- define "notes.secret.database" -}}{{ .Values.database.existingSecret | default (printf "%s-database" (include "notes.fullname" .)) }}{{- end }}
{{- define "notes.secret.metrics" -}}{{ .Values.monitoring.existingSecret | default (printf "%s-metrics" (include "notes.fullname" .)) }}{{- end }}

{{- /* A Secret that is made once: what is in the cluster stays as it is, upgrades and reinstallations included. */ -}}
{{- define "notes.generatedSecret" -}}
{{- $name := printf "%s-%s" (include "notes.fullname" .context) .component }}
{{- $there := lookup "v1" "Secret" .context.Release.Namespace $name | default dict }}
apiVersion: v1
kind: Secret
metadata:
  {{- include "notes.metadata" . | nindent 2 }}
  annotations:
    helm.sh/resource-policy: keep
data:
  {{- range $key, $fresh := .data }}
  {{ $key }}: {{ dig "data" $key "" $there | default ($fresh | b64enc) }}
  {{- end }}
{{- end }}

{{- /* autoscaling/v2 of a component. */ -}}
{{- define "notes.autoscaler" -}}
{{- $v := index .context.Values .component }}
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  {{- include "notes.metadata" . | nindent 2 }}
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: {{ include "notes.fullname" .context }}-{{ .component }}
  minReplicas: {{ $v.autoscaling.minReplicas }}
  maxReplicas: {{ $v.autoscaling.maxReplicas }}
  metrics:
    {{- range $resource := list "cpu" "memory" }}
    {{- with index $v.autoscaling $resource }}
    - type: Resource
      resource:
        name: {{ $resource }}
        target: { type: Utilization, averageUtilization: {{ . }} }
    {{- end }}
    {{- end }}
  {{- with $v.autoscaling.behavior }}
  behavior:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end }}

{{- define "notes.disruptionBudget" -}}
{{- $v := index .context.Values .component }}
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  {{- include "notes.metadata" . | nindent 2 }}
spec:
  maxUnavailable: {{ $v.maxUnavailable }}
  unhealthyPodEvictionPolicy: AlwaysAllow
  selector:
    matchLabels:
      {{- include "notes.selectorLabels" . | nindent 6 }}
{{- end }}

{{- /* Names have to be looked up, by UDP or TCP. */ -}}
{{- define "notes.dns" -}}
- ports:
    - { port: 53, protocol: UDP }
    - { port: 53, protocol: TCP }
{{- end }}

{{- /* A peer: this release's pods of a component. */ -}}
{{- define "notes.peer" -}}
- podSelector:
    matchLabels:
      {{- include "notes.selectorLabels" . | nindent 6 }}
{{- end }}

{{- /* Port of an address such as https://host:8443/path. */ -}}
{{- define "notes.port" -}}
{{- $url := urlParse . }}
{{- regexFind "[0-9]+$" (regexFind ":[0-9]+$" $url.host) | default (eq $url.scheme "https" | ternary "443" "80") }}
{{- end }}

{{- /* A new keyset as Tink has them: one key of AES-256-GCM. 0x1a 0x20 says, in its protobuf, that 32 bytes follow. */ -}}
{{- define "notes.keyset" -}}
{{- $id := randInt 1 2147483647 }}
{{- $key := dict "typeUrl" "type.googleapis.com/google.crypto.tink.AesGcmKey" "keyMaterialType" "SYMMETRIC" "value" (printf "\x1a\x20%s" (randBytes 32 | b64dec) | b64enc) }}
{{- dict "primaryKeyId" $id "key" (list (dict "keyData" $key "status" "ENABLED" "keyId" $id "outputPrefixType" "TINK")) | toJson }}
{{- end }}
