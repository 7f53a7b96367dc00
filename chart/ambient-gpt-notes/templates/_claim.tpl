{{- /* A volume's claim, by its values. */ -}}
{{- define "notes.claimSpec" -}}
accessModes: {{ .accessModes | default (list "ReadWriteOnce") | toJson }}
{{- with .storageClass }}
storageClassName: {{ eq . "-" | ternary "" . | quote }}
{{- end }}
resources:
  requests:
    storage: {{ .size }}
{{- end }}
