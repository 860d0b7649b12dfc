# docker build --tag alignkit .
# docker run --rm --volume "$PWD:/curricula:ro" alignkit check
FROM python:3.13-slim AS build
WORKDIR /source
COPY pyproject.toml README.md LICENSE ./
COPY src src
COPY frameworks frameworks
RUN pip wheel --no-cache-dir --wheel-dir /wheels .

FROM python:3.13-slim
RUN --mount=type=bind,from=build,source=/wheels,target=/wheels \
    pip install --no-cache-dir --no-index --no-deps /wheels/*.whl \
    && useradd --uid 10001 --create-home alignkit
USER 10001
WORKDIR /curricula
ENTRYPOINT ["alignkit"]
CMD ["check"]
