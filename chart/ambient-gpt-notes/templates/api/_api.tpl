{{- /* What the api is told, as properties; nothing secret. */ -}}
{{- define "notes.api.properties" -}}
ambient-gpt.models-folder: /data/models
{{- if eq .Values.login.mode "oidc" }}
ambient-gpt.login.oidc.issuer: {{ .Values.login.oidc.issuer | quote }}
ambient-gpt.login.oidc.client-id: {{ .Values.login.oidc.clientId | quote }}
{{- range $role, $groups := .Values.login.oidc.roles }}
ambient-gpt.login.oidc.roles.{{ $role }}: {{ $groups | toJson }}
{{- end }}
{{- end }}
db-scheduler.threads: {{ .Values.api.jobs }}
{{- if eq .Values.database.kind "postgresql" }}
ambient-gpt.storage.database.url: {{ printf "jdbc:postgresql://%s:%v/%s?sslmode=%s" (include "notes.databaseHost" .) .Values.database.port .Values.database.name (.Values.database.sslMode | default (.Values.postgresql.enabled | ternary "disable" "require")) | quote }}
ambient-gpt.storage.database.username: {{ .Values.database.username | quote }}
ambient-gpt.storage.database.connections: {{ .Values.database.connections }}
{{- end }}
{{- with .Values.s3.bucket }}
ambient-gpt.storage.s3.bucket: {{ . | quote }}
ambient-gpt.storage.s3.region: {{ $.Values.s3.region | quote }}
{{- end }}
{{- with .Values.s3.endpoint }}
ambient-gpt.storage.s3.endpoint: {{ . | quote }}
{{- end }}
ambient-gpt.language-model: {{ include "notes.languageModel" . }}
{{- if .Values.bridge.enabled }}
ambient-gpt.language-models.bridge.url: http://{{ include "notes.fullname" . }}-bridge:8001
ambient-gpt.language-models.bridge.plain-http: "true" # within the cluster
{{- with .Values.api.model | default (.Values.ollama.enabled | ternary (first .Values.ollama.models) "") }}
ambient-gpt.language-models.bridge.model: {{ . | quote }}
{{- end }}
{{- end }}
{{- end }}

{{- /* Its secrets, each a file that bears the name of a property. */ -}}
{{- define "notes.api.secrets" -}}
- secret:
    name: {{ include "notes.secret.metrics" . }}
    items: [{ key: token, path: ambient-gpt.metrics.token }]
{{- if eq .Values.login.mode "password" }}
- secret:
    name: {{ include "notes.secret.login" . }}
    items: [{ key: setup-code, path: ambient-gpt.login.setup-code }]
{{- end }}
{{- if and (eq .Values.login.mode "oidc") .Values.login.oidc.existingSecret }}
- secret:
    name: {{ .Values.login.oidc.existingSecret }}
    items: [{ key: client-secret, path: ambient-gpt.login.oidc.client-secret }]
{{- end }}
{{- if eq .Values.database.kind "postgresql" }}
- secret:
    name: {{ include "notes.secret.database" . }}
    items: [{ key: password, path: ambient-gpt.storage.database.password }]
{{- end }}
{{- with .Values.s3.existingSecret }}
- secret:
    name: {{ . }}
    items:
      - { key: access-key, path: ambient-gpt.storage.s3.access-key }
      - { key: secret-key, path: ambient-gpt.storage.s3.secret-key }
{{- end }}
{{- if .Values.bridge.enabled }}
- secret:
    name: {{ include "notes.secret.bridge" . }}
    items: [{ key: token, path: ambient-gpt.language-models.bridge.key }]
{{- end }}
{{- end }}
